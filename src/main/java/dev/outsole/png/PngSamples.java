package dev.outsole.png;

/** From the bytes of a row to its samples: of 1 to 16 bits, by a palette or not, with what is transparent as alpha. */
final class PngSamples {
    private static final int OPAQUE = 255;

    private final PngHeader header;
    private final boolean palette;
    /** The colour that is transparent, a sample a channel; empty without. */
    private final int[] key;

    PngSamples(PngHeader header) {
        this.header = header;
        this.palette = header.colour() == PngHeader.PALETTE;
        boolean keyed = header.colour() == PngHeader.GREY || header.colour() == PngHeader.RGB;
        this.key = new int[keyed && header.transparency().length >= 2 * header.samples() ? header.samples() : 0];
        for (int i = 0; i < key.length; i++) {
            key[i] = (header.transparency()[2 * i] & 0xff) << 8 | (header.transparency()[2 * i + 1] & 0xff);
        }
    }

    int channels() {
        if (palette) {
            return header.transparency().length == 0 ? 3 : 4;
        }
        return header.samples() + (key.length == 0 ? 0 : 1);
    }

    int largest() {
        return palette ? OPAQUE : (1 << header.depth()) - 1;
    }

    void unpack(byte[] row, int count, int[] pixels) {
        if (palette) {
            for (int x = 0; x < count; x++) {
                look(sample(row, x), x, pixels);
            }
        } else if (key.length == 0) {
            for (int i = 0; i < count * header.samples(); i++) {
                pixels[i] = sample(row, i);
            }
        } else {
            for (int x = 0; x < count; x++) {
                unpackKeyed(row, x, pixels);
            }
        }
    }

    private int sample(byte[] row, int index) {
        int depth = header.depth();
        if (depth == 8) {
            return row[index] & 0xff;
        }
        if (depth == 16) {
            return (row[2 * index] & 0xff) << 8 | (row[2 * index + 1] & 0xff);
        }
        int bit = index * depth;
        return (row[bit >> 3] & 0xff) >> (8 - depth - (bit & 7)) & (1 << depth) - 1;
    }

    /** An entry that the palette doesn't have is black, as for other readers. */
    private void look(int entry, int x, int[] pixels) {
        int channels = channels();
        boolean known = 3 * entry + 2 < header.palette().length;
        for (int c = 0; c < 3; c++) {
            pixels[x * channels + c] = known ? header.palette()[3 * entry + c] & 0xff : 0;
        }
        if (channels == 4) {
            byte[] alpha = header.transparency();
            pixels[x * channels + 3] = entry < alpha.length ? alpha[entry] & 0xff : OPAQUE;
        }
    }

    private void unpackKeyed(byte[] row, int x, int[] pixels) {
        int samples = header.samples();
        int at = x * (samples + 1);
        boolean transparent = true;
        for (int c = 0; c < samples; c++) {
            pixels[at + c] = sample(row, x * samples + c);
            transparent &= pixels[at + c] == key[c];
        }
        pixels[at + samples] = transparent ? 0 : largest();
    }
}
