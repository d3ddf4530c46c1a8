package dev.outsole.idx;

import dev.outsole.UserError;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One IDX file, gzipped or not, read from front to back. Every error names the file and the offset in the unpacked content.
 *
 * <p>The format (LeCun, Cortes, Burges, "The MNIST database"): two zero bytes, a type byte (8 = unsigned byte), the number of
 * dimensions, each dimension as a big-endian 32-bit integer, then the values.
 */
final class IdxStream implements Closeable {
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int BUFFER = 1 << 16;
    private static final Map<Integer, String> TYPES = Map.of(
            0x09, "signed bytes",
            0x0b, "16-bit whole numbers",
            0x0c, "32-bit whole numbers",
            0x0d, "32-bit floating-point numbers",
            0x0e, "64-bit floating-point numbers");

    private final String name;
    private final InputStream unpacked;
    private final MessageDigest digest = sha256Digest();
    private long offset;

    private IdxStream(String name, InputStream unpacked) {
        this.name = name;
        this.unpacked = unpacked;
    }

    /** Takes over the stream, and closes it if its first bytes are those of neither. */
    static IdxStream open(String name, InputStream file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(file, BUFFER), OtherContent.TELLING);
        byte[] start = in.readNBytes(OtherContent.TELLING);
        in.unread(start);
        if (isIdx(start)) {
            return new IdxStream(name, in);
        }
        try {
            if (isGzip(start)) {
                return new IdxStream(name, new GZIPInputStream(in, BUFFER));
            }
        } catch (ZipException | EOFException e) {
            in.close();
            throw new UserError(name + ": at offset 0: truncated: the gzip stream breaks off; fetch the file again", e);
        }
        in.close();
        throw new UserError(name + ": at offset 0: " + OtherContent.describe(start));
    }

    private static boolean isGzip(byte[] start) {
        return start.length > 1 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
    }

    /** Two zeros, which no other format that is known begins with, and a type. */
    private static boolean isIdx(byte[] start) {
        return start.length > 3 && start[0] == 0 && start[1] == 0;
    }

    /** The dimensions after the magic number, each at least 1 but for the first, the count, which may be 0. */
    int[] readDimensions(int expected) throws IOException {
        byte[] start = read(4, "the magic number");
        int magic = ByteBuffer.wrap(start).getInt();
        int wanted = UNSIGNED_BYTE << 8 | expected;
        if (magic != wanted) {
            throw error(0, isIdx(start) ? otherIdx(magic, expected) : otherContent(start));
        }
        int[] dimensions = new int[expected];
        for (int i = 0; i < expected; i++) {
            dimensions[i] = readDimension(i);
        }
        return dimensions;
    }

    private static String otherIdx(int magic, int expected) {
        int type = magic >> 8;
        return type == UNSIGNED_BYTE
                ? "IDX with " + (magic & 0xff) + " dimensions, where " + expected + " are expected: "
                        + (expected == 1 ? "labels have 1" : "images have 3")
                : "IDX of " + TYPES.getOrDefault(type, String.format(Locale.ROOT, "the unknown type 0x%02x", type))
                        + ", where unsigned bytes are expected: convert its values to 0 to 255";
    }

    private String otherContent(byte[] start) throws IOException {
        byte[] more = readUpTo(OtherContent.TELLING - start.length);
        byte[] all = Arrays.copyOf(start, start.length + more.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return OtherContent.describe(all);
    }

    private int readDimension(int position) throws IOException {
        long at = offset;
        int dimension = ByteBuffer.wrap(read(4, "dimension " + position)).getInt();
        if (dimension < (position == 0 ? 0 : 1)) {
            throw error(
                    at,
                    "dimension " + position + " is " + Integer.toUnsignedString(dimension)
                            + ", which no file of this kind has");
        }
        return dimension;
    }

    /** Exactly {@code length} bytes; {@code what} they are goes into the message when there are fewer. */
    byte[] read(int length, String what) throws IOException {
        byte[] bytes = readUpTo(length);
        if (bytes.length < length) {
            throw error(offset, "truncated: " + what + " needs " + length + " bytes, " + bytes.length + " are left");
        }
        return bytes;
    }

    /** Checks that nothing follows what the header announced, and with it gzip's own checksum. */
    void expectEnd() throws IOException {
        long end = offset;
        if (readUpTo(1).length > 0) {
            throw error(end, "longer than its header says: the content should end here");
        }
    }

    private byte[] readUpTo(int length) throws IOException {
        try {
            byte[] bytes = unpacked.readNBytes(length);
            digest.update(bytes);
            offset += bytes.length;
            return bytes;
        } catch (EOFException e) {
            throw new UserError(message(offset, "truncated: the gzip stream breaks off; fetch the file again"), e);
        } catch (ZipException e) {
            throw new UserError(message(offset, "damaged gzip data (" + e.getMessage() + "); fetch the file again"), e);
        }
    }

    /** SHA-256 of the unpacked content read so far, in hexadecimal. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    UserError error(long at, String finding) {
        return new UserError(message(at, finding));
    }

    private String message(long at, String finding) {
        return name + ": at offset " + at + ": " + finding;
    }

    long offset() {
        return offset;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
