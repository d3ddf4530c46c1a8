package dev.outsole.jpeg;

/**
 * The coefficients of a component's blocks that are needed for the size wanted, and which of the others aren't 0, which later scans of a
 * progressive file go by.
 */
final class Coefficients {
    /** From the order in which coefficients are coded to row · 8 + column (T.81 figure A.6). */
    private static final int[] NATURAL = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    final JpegFrame.Component component;
    /** Blocks that cover the component's samples, which scans of it alone have. */
    final int across;

    final int down;
    /** Blocks from left to right, with those that fill up a unit. */
    final int stride;

    private final int size;
    private final short[] values;
    private final long[] nonZero;
    private final int[] place = new int[64];
    /** The last value of the first coefficient: the next is coded as the difference. */
    int last;

    /** @param size each block's side once it is decoded: 1, 2 or 4 */
    Coefficients(JpegFrame frame, JpegFrame.Component component, int size) {
        this.component = component;
        this.size = size;
        this.across = blocks(frame.width(), component.horizontal(), frame.mostHorizontal());
        this.down = blocks(frame.height(), component.vertical(), frame.mostVertical());
        this.stride = frame.unitsAcross() * component.horizontal();
        int blocks = Math.multiplyExact(stride, frame.unitsDown() * component.vertical());
        this.values = new short[Math.multiplyExact(blocks, size * size)];
        this.nonZero = new long[frame.isProgressive() ? blocks : 0];
        for (int i = 0; i < 64; i++) {
            int row = NATURAL[i] >> 3;
            int column = NATURAL[i] & 7;
            place[i] = row < size && column < size ? row * size + column : -1;
        }
    }

    private static int blocks(int samples, int factor, int most) {
        return JpegFrame.parts(JpegFrame.parts(samples * factor, most), 8);
    }

    /** Whether a coefficient, by its place in the order of coding, is needed. */
    boolean needs(int index) {
        return place[index] >= 0;
    }

    void set(int block, int index, int value) {
        if (place[index] >= 0) {
            values[block * size * size + place[index]] = (short) value;
        }
    }

    /** Adds to a coefficient's magnitude what a later scan knows of it. */
    void refine(int block, int index, int amount) {
        if (place[index] >= 0) {
            int at = block * size * size + place[index];
            values[at] += (short) (values[at] < 0 ? -amount : amount);
        }
    }

    /** For the first coefficient, whose bits come one by one. */
    void or(int block, int bit) {
        values[block * size * size] |= (short) bit;
    }

    boolean isNonZero(int block, int index) {
        return (nonZero[block] >>> index & 1) != 0;
    }

    void note(int block, int index) {
        nonZero[block] |= 1L << index;
    }

    int value(int block, int row, int column) {
        return values[(block * size + row) * size + column];
    }

    static int natural(int index) {
        return NATURAL[index];
    }
}
