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
                double magnitude = Math.hypot(right, down);
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
        for (int row = 0; row < cells; row++) {
            double vertical = nearness(y, row, shape.height());
            for (int column = 0; vertical > 0 && column < cells; column++) {
                double share = magnitude * vertical * nearness(x, column, shape.width());
                int cell = (row * cells + column) * ORIENTATIONS;
                histograms[cell + orientation] += (float) (share * (1 - next));
                histograms[cell + (orientation + 1) % ORIENTATIONS] += (float) (share * next);
            }
        }
    }

    /** From 1 at a cell's centre down to 0 at the centres of those beside it. */
    private double nearness(int pixel, int cell, int length) {
        double place = (pixel + 0.5) * cells / length - 0.5;
        return Math.max(0, 1 - Math.abs(place - cell));
    }
}
