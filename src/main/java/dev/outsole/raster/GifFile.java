package dev.outsole.raster;

import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.stream.ImageInputStream;

/** Walks the blocks of a GIF file (GIF89a specification, 1990): what was filled up with zeros has others than there are. */
final class GifFile {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    private final ImageInputStream in;

    private GifFile(ImageInputStream in) {
        this.in = in;
    }

    /** @throws IOException if the file is damaged */
    static void check(PictureSource source) throws IOException {
        GifFile file = new GifFile(source.input());
        file.in.seek(10);
        file.skipColours(file.in.readUnsignedByte());
        file.skip(2);
        boolean images = false;
        int block = file.in.read();
        while (block != TRAILER && block >= 0) {
            images |= file.passBlock(block);
            block = file.in.read();
        }
        if (!images) {
            throw new IOException("no image in it");
        }
    }

    /** Passes a block, and says whether it was an image. */
    private boolean passBlock(int kind) throws IOException {
        if (kind == EXTENSION) {
            skip(1);
        } else if (kind == IMAGE) {
            skip(8);
            skipColours(in.readUnsignedByte());
            skip(1);
        } else {
            throw new IOException(String.format(Locale.ROOT, "a block 0x%02x, which there isn't", kind));
        }
        int length = in.readUnsignedByte();
        while (length > 0) {
            skip(length);
            length = in.readUnsignedByte();
        }
        return kind == IMAGE;
    }

    /** The size of the table of colours is in the lower bits of the flags that announce it. */
    private void skipColours(int flags) throws IOException {
        if ((flags & 0x80) != 0) {
            skip(3 << (1 + (flags & 7)));
        }
    }

    private void skip(int bytes) throws IOException {
        in.seek(in.getStreamPosition() + bytes);
        if (in.getStreamPosition() > in.length()) {
            throw new EOFException("the file ends within a block");
        }
    }
}
