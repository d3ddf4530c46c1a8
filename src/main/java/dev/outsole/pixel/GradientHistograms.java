package dev.outsole.pixel;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;

/**
 * Histograms of oriented gradients (Dalal and Triggs 2005): in each of {@code cells × cells} cells, how much the image rises in each of
 * {@value #ORIENTATIONS} directions of the full circle. A pixel's gradient is shared linearly among the nearest cells and directions; what would
 * fall beyond the outer cells' centres is lost in part, as near the edges there is little to see. The square root of each entry is taken, so that
 * Euclidean distances are Hellinger's: an entry's square is an amount of gradient.
 *
 * @param cells along each side
 */
public record GradientHistograms(int cells) {
    public static final int ORIENTATIONS = 8;

    public GradientHistograms {
        if (cells < 1) {
            throw new UserError("gradient cells " + cells + ": there must be at least one along each side");
        }
    }

    /** Number of entries: cells, row by row, each with its orientations from 0 (rising to the right) on, clockwise. */
    public int length() {
        return cells * cells * ORIENTATIONS;
    }

    /** Of an image of this shape, at least two pixels high and wide. */
    public float[] of(float[] image, ImageShape shape) {
        int width = shape.width();
        Places rows = Places.of(shape.height(), cells);
        Places columns = Places.of(width, cells);
        float[] histograms = new float[length()];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < width; x++) {
                float right = slope(image, y * width, 1, x, width);
                float down = slope(image, x, width, y, shape.height());
                if (right != 0 || down != 0) {
                    float magnitude = (float) Math.sqrt(right * right + down * down);
                    add(histograms, rows, y, columns, x, magnitude, Octant.turn(right, down));
                }
            }
        }
        for (int i = 0; i < histograms.length; i++) {
            histograms[i] = (float) Math.sqrt(histograms[i]);
        }
        return histograms;
    }

    /** Central difference along a line of pixels; one-sided at its ends. */
    private static float slope(float[] image, int start, int stride, int place, int length) {
        int before = Math.max(place - 1, 0);
        int after = Math.min(place + 1, length - 1);
        return (image[start + after * stride] - image[start + before * stride]) / (after - before);
    }

    private void add(float[] histograms, Places rows, int y, Places columns, int x, float magnitude, float turn) {
        int orientation = (int) turn % ORIENTATIONS;
        int following = (orientation + 1) % ORIENTATIONS;
        float next = turn - (int) turn;
        for (int i = 0; i < 2; i++) {
            float vertical = magnitude * rows.share(y, i);
            for (int j = 0; vertical > 0 && j < 2; j++) {
                float share = vertical * columns.share(x, j);
                if (share > 0) {
                    int cell = ((rows.first(y) + i) * cells + columns.first(x) + j) * ORIENTATIONS;
                    histograms[cell + orientation] += share * (1 - next);
                    histograms[cell + following] += share * next;
                }
            }
        }
    }

    /**
     * The two cells nearest to each pixel along a side, and the pixel's shares of them: 1 at a cell's centre, 0 at those of the cells beside it.
     * Beyond the outer centres there is one cell only; the other's share is 0.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Places(int[] firsts, float[] shares) {

        static Places of(int length, int cells) {
            int[] firsts = new int[length];
            float[] shares = new float[2 * length];
            for (int pixel = 0; pixel < length; pixel++) {
                double place = (pixel + 0.5) * cells / length - 0.5;
                int first = (int) Math.floor(place);
                firsts[pixel] = first;
                shares[2 * pixel] = first >= 0 ? (float) (first + 1 - place) : 0;
                shares[2 * pixel + 1] = first + 1 < cells ? (float) (place - first) : 0;
            }
            return new Places(firsts, shares);
        }

        int first(int pixel) {
            return firsts[pixel];
        }

        float share(int pixel, int cell) {
            return shares[2 * pixel + cell];
        }
    }
}
