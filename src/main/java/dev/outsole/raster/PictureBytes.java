package dev.outsole.raster;

import java.io.IOException;

/** The content of a picture file, wherever it lies. An error of its storage is no damage of the picture. */
public interface PictureBytes {

    /** How many bytes there are. */
    long length();

    /**
     * Reads some of them.
     *
     * @return how many, at least 1; -1 at the end
     */
    int read(long position, byte[] target, int offset, int length) throws IOException;

    /** Of a file that is in memory. */
    static PictureBytes of(byte[] content) {
        return new PictureBytes() {
            @Override
            public long length() {
                return content.length;
            }

            @Override
            public int read(long position, byte[] target, int offset, int length) {
                if (position >= content.length) {
                    return -1;
                }
                int count = (int) Math.min(length, content.length - position);
                System.arraycopy(content, (int) position, target, offset, count);
                return count;
            }
        };
    }
}
