package dev.outsole.idx;

import dev.outsole.UserError;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One gzipped IDX file, read from front to back. Every error names the file and the offset in the unpacked content.
 *
 * <p>The format (LeCun, Cortes, Burges, "The MNIST database"): two zero bytes, a type byte (8 = unsigned byte), the number of
 * dimensions, each dimension as a big-endian 32-bit integer, then the values.
 */
final class IdxStream implements Closeable {
    private static final int UNSIGNED_BYTE = 0x08;

    private final String name;
    private final InputStream unpacked;
    private final MessageDigest digest = sha256Digest();
    private long offset;

    private IdxStream(String name, InputStream unpacked) {
        this.name = name;
        this.unpacked = unpacked;
    }

    /** Takes over the stream, and closes it if it isn't gzip. */
    static IdxStream open(String name, InputStream compressed) throws IOException {
        try {
            return new IdxStream(name, new GZIPInputStream(compressed, 1 << 16));
        } catch (ZipException | EOFException e) {
            compressed.close();
            throw new UserError(
                    name + ": at offset 0: not a gzip file; IDX files are read gzipped, so compress it with gzip", e);
        }
    }

    /** The dimensions after the magic number, each at least 1 but for the first, the count, which may be 0. */
    int[] readDimensions(int expected) throws IOException {
        int magic = ByteBuffer.wrap(read(4, "the magic number")).getInt();
        int wanted = UNSIGNED_BYTE << 8 | expected;
        if (magic != wanted) {
            throw error(
                    0,
                    String.format(
                            Locale.ROOT,
                            "magic number is 0x%08x, expected 0x%08x (unsigned bytes, %d dimensions)",
                            magic,
                            wanted,
                            expected));
        }
        int[] dimensions = new int[expected];
        for (int i = 0; i < expected; i++) {
            dimensions[i] = readDimension(i);
        }
        return dimensions;
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
