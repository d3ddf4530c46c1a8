package dev.outsole.raster;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/** Reads a picture's bytes for decoders, and remembers if the storage failed: decoders would take that for damage, or go on. */
final class PictureSource {
    private static final int BUFFER = 1 << 16;

    private final PictureBytes bytes;
    private final byte[] buffer = new byte[BUFFER];
    private long start;
    private int count;
    private Optional<IOException> failure = Optional.empty();

    PictureSource(PictureBytes bytes) {
        this.bytes = bytes;
    }

    long length() {
        return bytes.length();
    }

    /** Throws what the storage threw, if it did. */
    void throwFailure() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    byte[] head(int length) throws IOException {
        return stream(0).readNBytes(length);
    }

    private int read(long position, byte[] target, int offset, int length) throws IOException {
        if (position < start || position >= start + count) {
            fill(position);
        }
        if (count <= 0) {
            return -1;
        }
        int inside = (int) (position - start);
        int taken = Math.min(length, count - inside);
        System.arraycopy(buffer, inside, target, offset, taken);
        return taken;
    }

    private void fill(long position) throws IOException {
        count = 0;
        start = position;
        try {
            count = Math.max(0, bytes.read(position, buffer, 0, BUFFER));
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
            throw e;
        }
    }

    /** From a position on. */
    InputStream stream(long from) {
        return new InputStream() {
            private long position = from;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                int taken = PictureSource.this.read(position, target, offset, length);
                position += Math.max(0, taken);
                return taken;
            }
        };
    }

    /** For readers of ImageIO. Nothing is copied, neither to memory nor to a file. */
    ImageInputStream input() {
        return new ImageInputStreamImpl() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                bitOffset = 0;
                if (length == 0) {
                    return 0;
                }
                int taken = PictureSource.this.read(streamPos, target, offset, length);
                streamPos += Math.max(0, taken);
                return taken;
            }

            @Override
            public long length() {
                return bytes.length();
            }
        };
    }
}
