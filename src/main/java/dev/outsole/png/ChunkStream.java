package dev.outsole.png;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** The chunks of a PNG file from front to back: length, type, content, checksum. */
final class ChunkStream {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final DataInputStream in;
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[1 << 13];
    private String type = "";
    private int left;

    ChunkStream(InputStream in) throws IOException {
        this.in = new DataInputStream(in);
        byte[] start = this.in.readNBytes(SIGNATURE.length);
        if (!Arrays.equals(start, SIGNATURE)) {
            throw new IOException("no PNG signature");
        }
    }

    /** Goes on to the next chunk, past what was not read of this one, and gives its type. */
    String next() throws IOException {
        if (!type.isEmpty()) {
            end();
        }
        try {
            left = in.readInt();
            in.readFully(buffer, 0, 4);
        } catch (EOFException e) {
            throw new IOException("the file ends before its end chunk", e);
        }
        type = new String(buffer, 0, 4, StandardCharsets.ISO_8859_1);
        if (left < 0 || !type.matches("[A-Za-z]{4}")) {
            throw new IOException("no chunk where one should be");
        }
        crc.reset();
        crc.update(buffer, 0, 4);
        return type;
    }

    private void end() throws IOException {
        while (read(buffer, 0, buffer.length) > 0) {
            // To the end of the chunk, for its checksum.
        }
        try {
            if (in.readInt() != (int) crc.getValue()) {
                throw new IOException("wrong checksum of chunk " + type);
            }
        } catch (EOFException e) {
            throw new IOException("the file ends within chunk " + type, e);
        }
    }

    /** Some of the chunk's content; -1 at its end. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(target, offset, Math.min(length, left));
        if (count < 0) {
            throw new IOException("the file ends within chunk " + type);
        }
        crc.update(target, offset, count);
        left -= count;
        return count;
    }

    int left() {
        return left;
    }

    /** All of the chunk's content. */
    byte[] content() throws IOException {
        byte[] content = new byte[left];
        int filled = 0;
        while (filled < content.length) {
            filled += read(content, filled, content.length - filled);
        }
        return content;
    }

    /** Checks the last chunk. */
    void finish() throws IOException {
        end();
    }
}
