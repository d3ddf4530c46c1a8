package dev.outsole.raster;

import dev.outsole.image.ImageShape;

/**
 * Stretches an image to another shape: each new pixel is the mean of the old ones that it covers, in parts where it covers parts. It takes the
 * image row by row, and never has all of it.
 */
final class AreaAverage implements RowTarget {
    private final ImageShape wanted;
    private final double[] sums;
    private final float[] narrowed;
    private int height;
    private int width;
    private int next;

    AreaAverage(ImageShape wanted) {
        this.wanted = wanted;
        this.sums = new double[wanted.pixels()];
        this.narrowed = new float[wanted.width()];
    }

    @Override
    public void begin(int rows, int columns) {
        height = rows;
        width = columns;
    }

    @Override
    public void row(byte[] grey) {
        narrow(grey);
        double scale = (double) height / wanted.height();
        int first = (int) (next / scale);
        for (int j = Math.max(0, first - 1); j < wanted.height() && (int) (j * scale) <= next; j++) {
            double begin = j * scale;
            double end = Math.min(height, (j + 1) * scale);
            if (next < end) {
                add(j, Math.min(end, next + 1) - Math.max(begin, next));
            }
        }
        next++;
    }

    private void add(int row, double covered) {
        int at = row * wanted.width();
        for (int x = 0; x < narrowed.length; x++) {
            sums[at + x] += covered * narrowed[x];
        }
    }

    /** Column j covers the old ones from j · width / wanted to (j + 1) · width / wanted. */
    private void narrow(byte[] grey) {
        double scale = (double) width / wanted.width();
        for (int j = 0; j < narrowed.length; j++) {
            double begin = j * scale;
            double end = Math.min(width, (j + 1) * scale);
            double sum = 0;
            for (int i = (int) begin; i < end; i++) {
                double covered = Math.min(end, i + 1) - Math.max(begin, i);
                sum += covered * (grey[i] & 0xff);
            }
            narrowed[j] = (float) (sum / (end - begin));
        }
    }

    /** The new pixels, rounded, once all rows are there. */
    byte[] pixels() {
        if (next != height) {
            throw new IllegalStateException(next + " rows of " + height);
        }
        double scale = (double) height / wanted.height();
        byte[] pixels = new byte[sums.length];
        for (int i = 0; i < pixels.length; i++) {
            int j = i / wanted.width();
            double covered = Math.min(height, (j + 1) * scale) - j * scale;
            pixels[i] = (byte) Math.round((float) (sums[i] / covered));
        }
        return pixels;
    }
}
