package dev.outsole.autoencoder;

import dev.outsole.blas.NativeFloats;
import dev.outsole.blas.Sgemm;
import java.util.Arrays;

/**
 * The gradient of the mean squared error by backpropagation (Rumelhart, Hinton and Williams 1986), from what a forward pass has kept.
 * The error is averaged over pixels and images. Buffers are made once; not for two threads at once.
 */
final class BackwardPass implements AutoCloseable {
    private final Layout layout;
    private final Parameters parameters;
    private final ForwardPass forward;
    private final NativeFloats gradient;
    private final NativeFloats deltaMemory;
    private final NativeFloats product;
    private final float[] delta;
    private final float[] columns;
    private final float[] row;

    BackwardPass(Layout layout, Parameters parameters, ForwardPass forward, int maxRows) {
        this.layout = layout;
        this.parameters = parameters;
        this.forward = forward;
        int widest = layout.widestOutput();
        int room = Math.multiplyExact(maxRows, widest);
        this.gradient = new NativeFloats(layout.parameterCount());
        this.deltaMemory = new NativeFloats(room);
        this.product = new NativeFloats(room);
        this.delta = new float[room];
        this.columns = new float[widest];
        this.row = new float[widest];
    }

    /** The last run's gradient, in the order of the parameters. */
    NativeFloats gradient() {
        return gradient;
    }

    /**
     * Computes the gradient for the images of the forward pass's last run.
     *
     * @return their squared error, summed over images and pixels
     */
    double run(float[][] images, int from, int rows) {
        double squaredError = outputDelta(images, from, rows);
        for (int i = layout.count() - 1; i >= 0; i--) {
            layerGradient(i, rows);
            if (i > 0) {
                propagate(i, rows);
            }
        }
        return squaredError;
    }

    /** Derivatives by the output layer's pre-activations. */
    private double outputDelta(float[][] images, int from, int rows) {
        int width = layout.last().outputs();
        float[] output = forward.output(layout.count() - 1);
        Arrays.fill(columns, 0, width, 0);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(output, i * width, row, 0, width);
            differentiate(images[from + i], row, columns, width, 2f / ((float) rows * width));
            System.arraycopy(row, 0, delta, i * width, width);
        }
        return sum(columns, width);
    }

    /** From an output p and its target to scale · (p − target) · p(1 − p), the latter being the sigmoid's slope. */
    private static void differentiate(float[] target, float[] output, float[] squares, int width, float scale) {
        for (int j = 0; j < width; j++) {
            float p = output[j];
            float error = p - target[j];
            squares[j] += error * error;
            output[j] = scale * error * (p * (1 - p));
        }
    }

    private static double sum(float[] values, int count) {
        double sum = 0;
        for (int j = 0; j < count; j++) {
            sum += values[j];
        }
        return sum;
    }

    /** Weights' gradient deltaᵀ · input, and biases' the sums of delta's columns. */
    private void layerGradient(int index, int rows) {
        LayerSlice layer = layout.layer(index);
        int in = layer.inputs();
        int out = layer.outputs();
        deltaMemory.put(0, delta, 0, rows * out);
        Sgemm.multiply(
                true,
                false,
                out,
                in,
                rows,
                1,
                deltaMemory,
                0,
                out,
                forward.input(index),
                0,
                in,
                0,
                gradient,
                layer.weights(),
                in);
        Arrays.fill(columns, 0, out, 0);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(delta, i * out, row, 0, out);
            add(columns, row, out);
        }
        gradient.put(layer.biases(), columns, 0, out);
    }

    private static void add(float[] sums, float[] values, int width) {
        for (int j = 0; j < width; j++) {
            sums[j] += values[j];
        }
    }

    /** Replaces delta by that of the layer below: delta · weights, where its ReLU let something through. */
    private void propagate(int index, int rows) {
        LayerSlice layer = layout.layer(index);
        int in = layer.inputs();
        int out = layer.outputs();
        Sgemm.multiply(
                false,
                false,
                rows,
                in,
                out,
                1,
                deltaMemory,
                0,
                out,
                parameters.memory,
                layer.weights(),
                in,
                0,
                product,
                0,
                in);
        product.get(0, delta, 0, rows * in);
        maskBy(forward.output(index - 1), delta, rows * in);
    }

    /** The slope of ReLU is 1 or 0; written without a branch, since half of the branches would be mispredicted. */
    private static void maskBy(float[] activations, float[] derivatives, int count) {
        for (int i = 0; i < count; i++) {
            derivatives[i] *= Math.min(1, activations[i] * Float.MAX_VALUE);
        }
    }

    @Override
    public void close() {
        gradient.close();
        deltaMemory.close();
        product.close();
    }
}
