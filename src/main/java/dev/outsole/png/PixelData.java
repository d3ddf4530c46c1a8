package dev.outsole.png;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What the IDAT chunks of a file hold together, unpacked. */
final class PixelData implements Closeable {
    private final ChunkStream chunks;
    private final Inflater inflater = new Inflater();
    private final byte[] packed = new byte[1 << 15];

    PixelData(InputStream in) throws IOException {
        chunks = new ChunkStream(in);
        String type = chunks.next();
        while (!type.equals("IDAT")) {
            if (type.equals("IEND")) {
                throw new IOException("no pixels");
            }
            type = chunks.next();
        }
    }

    void read(byte[] target, int length) throws IOException {
        int filled = 0;
        try {
            while (filled < length) {
                int count = inflater.inflate(target, filled, length - filled);
                filled += count;
                if (count == 0) {
                    feed();
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("its pixels can't be unpacked (" + e.getMessage() + ")", e);
        }
    }

    private void feed() throws IOException {
        if (inflater.finished() || inflater.needsDictionary()) {
            throw new IOException("fewer pixels than its header says");
        }
        int count = chunks.read(packed, 0, packed.length);
        while (count < 0) {
            if (!chunks.next().equals("IDAT")) {
                throw new IOException("fewer pixels than its header says");
            }
            count = chunks.read(packed, 0, packed.length);
        }
        inflater.setInput(packed, 0, count);
    }

    /** Checks that nothing but the checksum of the pixels follows. More is left alone by other readers too, and is no damage to them. */
    void finish() throws IOException {
        byte[] more = new byte[1];
        try {
            while (!inflater.finished() && inflater.inflate(more) == 0) {
                if (!inflater.finished()) {
                    feed();
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("its pixels are not those that were packed (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
