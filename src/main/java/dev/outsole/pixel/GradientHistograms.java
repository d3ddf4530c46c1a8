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
        float[] histograms = new float[length()];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                double right = slope(image, y * shape.width(), 1, x, shape.width());
                double down = slope(image, x, shape.width(), y, shape.height());
                double magnitude = Math.sqrt(right * right + down * down);
                if (magnitude > 0) {
                    add(histograms, shape, x, y, magnitude, Math.atan2(down, right));
                }
            }
        }
        for (int i = 0; i < histograms.length; i++) {
            histograms[i] = (float) Math.sqrt(histograms[i]);
        }
        return histograms;
    }

    /** Central difference along a line of pixels; one-sided at its ends. */
    private static double slope(float[] image, int start, int stride, int place, int length) {
        int before = Math.max(place - 1, 0);
        int after = Math.min(place + 1, length - 1);
        return (image[start + after * stride] - image[start + before * stride]) / (double) (after - before);
    }

    private void add(float[] histograms, ImageShape shape, int x, int y, double magnitude, double angle) {
        double turn = (angle / (2 * Math.PI) + 1) % 1 * ORIENTATIONS;
        int orientation = (int) turn % ORIENTATIONS;
        double next = turn - Math.floor(turn);
        double row = place(y, shape.height());
        double column = place(x, shape.width());
        for (int i = (int) Math.floor(row); i <= row + 1; i++) {
            for (int j = (int) Math.floor(column); j <= column + 1; j++) {
                if (i >= 0 && i < cells && j >= 0 && j < cells) {
                    double share = magnitude * (1 - Math.abs(row - i)) * (1 - Math.abs(column - j));
                    int cell = (i * cells + j) * ORIENTATIONS;
                    histograms[cell + orientation] += (float) (share * (1 - next));
                    histograms[cell + (orientation + 1) % ORIENTATIONS] += (float) (share * next);
                }
            }
        }
    }

    /** Where a pixel lies among the cells' centres: at 0 that of the first, at 1 that of the second, … A centre's share falls to 0 at the next. */
    private double place(int pixel, int length) {
        return (pixel + 0.5) * cells / length - 0.5;
    }
}
