package dev.outsole.jpeg;

import java.util.List;

/** The rows of an image that was decoded at a part of its size, a byte a sample. */
public final class ScaledImage {
    private static final int CENTRE = 128;

    private final JpegFrame frame;
    private final List<Coefficients> components;
    private final int[][] quantization;
    private final int size;
    private final double[][] basis;

    ScaledImage(JpegFrame frame, List<Coefficients> components, int[][] quantization, int size) {
        this.frame = frame;
        this.components = components;
        this.quantization = quantization;
        this.size = size;
        this.basis = basis(size);
    }

    /**
     * By pixel and frequency: the cosine transform of {@code size} points, in the scale of that of eight. The mean of a block is an eighth of its
     * first coefficient at every size.
     */
    private static double[][] basis(int size) {
        double[][] basis = new double[size][size];
        for (int x = 0; x < size; x++) {
            for (int u = 0; u < size; u++) {
                double wave = StrictMath.cos((2 * x + 1) * u * Math.PI / (2 * size));
                basis[x][u] = (u == 0 ? Math.sqrt(0.5) : wave) / 2;
            }
        }
        return basis;
    }

    public int height() {
        return JpegFrame.parts(frame.height() * size, 8);
    }

    public int width() {
        return JpegFrame.parts(frame.width() * size, 8);
    }

    /** How many samples a pixel has. */
    public int channels() {
        return components.size();
    }

    /**
     * A row of one channel. Where it has fewer samples than others, each stands for several pixels.
     *
     * @param row takes {@link #width} samples, each rounded and kept from 0 to 255
     */
    public void row(int channel, int y, byte[] row) {
        Coefficients component = components.get(channel);
        int vertical = frame.mostVertical();
        int horizontal = frame.mostHorizontal();
        int inside = y * component.component.vertical() / vertical;
        double[] columns = new double[size];
        int decoded = -1;
        for (int x = 0; x < row.length; x++) {
            int column = x * component.component.horizontal() / horizontal;
            if (column / size != decoded) {
                decoded = column / size;
                columns = samples(component, inside / size * component.stride + decoded, inside % size);
            }
            row[x] = (byte) Math.max(0, Math.min(255, Math.round(columns[column % size] + CENTRE)));
        }
    }

    /** One row of a block. */
    private double[] samples(Coefficients component, int block, int y) {
        int[] scale = quantization[component.component.table()];
        double[] samples = new double[size];
        for (int v = 0; v < size; v++) {
            double sum = 0;
            for (int u = 0; u < size; u++) {
                sum += basis[y][u] * component.value(block, u, v) * scale[u * 8 + v];
            }
            for (int x = 0; x < size; x++) {
                samples[x] += basis[x][v] * sum;
            }
        }
        return samples;
    }
}
