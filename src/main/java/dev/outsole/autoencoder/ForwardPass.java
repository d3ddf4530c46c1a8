package dev.outsole.autoencoder;

import dev.outsole.blas.NativeFloats;
import dev.outsole.blas.Sgemm;

/**
 * Images through the network's layers: ReLU, and the sigmoid in the last. It keeps what every layer made of them, for the backward
 * pass. Buffers are made once, for a largest number of images; not for two threads at once.
 */
final class ForwardPass implements AutoCloseable {
    private final Layout layout;
    private final Parameters parameters;
    private final int maxRows;
    private final NativeFloats[] inputs;
    private final NativeFloats sums;
    private final float[][] outputs;

    /**
     * @param layers how many layers it goes through, from the input on: all, or those to the bottleneck
     * @param maxRows how many images at once at most
     */
    ForwardPass(Layout layout, Parameters parameters, int layers, int maxRows) {
        this.layout = layout;
        this.parameters = parameters;
        this.maxRows = maxRows;
        this.inputs = new NativeFloats[layers];
        this.outputs = new float[layers][];
        int widest = 1;
        for (int i = 0; i < layers; i++) {
            LayerSlice layer = layout.layer(i);
            inputs[i] = new NativeFloats(Math.multiplyExact(maxRows, layer.inputs()));
            outputs[i] = new float[Math.multiplyExact(maxRows, layer.outputs())];
            widest = Math.max(widest, layer.outputs());
        }
        this.sums = new NativeFloats(Math.multiplyExact(maxRows, widest));
    }

    /**
     * Takes {@code images[from]} to {@code images[from + rows - 1]} through the layers.
     *
     * @return activations of the last layer, {@code [rows × outputs]} in a longer array that the next call overwrites
     */
    float[] run(float[][] images, int from, int rows) {
        if (rows > maxRows) {
            throw new IllegalArgumentException(rows + " images at once; there is room for " + maxRows);
        }
        int width = layout.inputs();
        for (int i = 0; i < rows; i++) {
            inputs[0].put(i * width, images[from + i], 0, width);
        }
        for (int i = 0; i < inputs.length; i++) {
            run(i, rows);
        }
        return outputs[outputs.length - 1];
    }

    /** The biases are what the product is added to, so that they cost no pass of their own. */
    private void run(int index, int rows) {
        LayerSlice layer = layout.layer(index);
        int in = layer.inputs();
        int out = layer.outputs();
        float[] output = outputs[index];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(parameters.values, layer.biases(), output, i * out, out);
        }
        sums.put(0, output, 0, rows * out);
        Sgemm.multiply(
                false,
                true,
                rows,
                out,
                in,
                1,
                inputs[index],
                0,
                in,
                parameters.memory,
                layer.weights(),
                in,
                1,
                sums,
                0,
                out);
        sums.get(0, output, 0, rows * out);
        activation(index).apply(output, rows * out);
        if (index + 1 < inputs.length) {
            inputs[index + 1].put(0, output, 0, rows * out);
        }
    }

    private ActivationFunction activation(int index) {
        return index + 1 < layout.count() ? ActivationFunction.RELU : ActivationFunction.SIGMOID;
    }

    /** What went into a layer at the last run, {@code [rows × inputs]}. */
    NativeFloats input(int layer) {
        return inputs[layer];
    }

    /** What came out of a layer at the last run, {@code [rows × outputs]}. */
    float[] output(int layer) {
        return outputs[layer];
    }

    @Override
    public void close() {
        for (NativeFloats input : inputs) {
            input.close();
        }
        sums.close();
    }
}
