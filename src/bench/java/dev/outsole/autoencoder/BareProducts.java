package dev.outsole.autoencoder;

import dev.outsole.blas.NativeFloats;
import dev.outsole.blas.Sgemm;
import java.util.Arrays;

/** The matrix products of a training step or of encoding and nothing else: what no implementation on this BLAS can be faster than. */
final class BareProducts {
    private final Layout layout;
    private final int rows;
    private final NativeFloats parameters;
    private final NativeFloats gradient;
    private final NativeFloats[] activations;
    private final NativeFloats[] deltas;

    BareProducts(Layout layout, float[] values, int rows) {
        this.layout = layout;
        this.rows = rows;
        parameters = filled(values.length, 0);
        parameters.put(0, values, 0, values.length);
        gradient = filled(values.length, 0);
        activations = new NativeFloats[layout.count() + 1];
        deltas = new NativeFloats[layout.count() + 1];
        for (int i = 0; i <= layout.count(); i++) {
            int width = i == 0 ? layout.inputs() : layout.layer(i - 1).outputs();
            activations[i] = filled(rows * width, 0.5f);
            deltas[i] = filled(rows * width, 1e-3f);
        }
    }

    private static NativeFloats filled(int length, float value) {
        NativeFloats memory = new NativeFloats(length);
        float[] values = new float[length];
        Arrays.fill(values, value);
        memory.put(0, values, 0, length);
        return memory;
    }

    /** Input · weights, for the first so many layers. */
    void forward(int layers) {
        for (int i = 0; i < layers; i++) {
            LayerSlice layer = layout.layer(i);
            int in = layer.inputs();
            int out = layer.outputs();
            Sgemm.multiply(
                    false,
                    true,
                    rows,
                    out,
                    in,
                    1,
                    activations[i],
                    0,
                    in,
                    parameters,
                    layer.weights(),
                    in,
                    0,
                    activations[i + 1],
                    0,
                    out);
        }
    }

    /** Deltaᵀ · input for every layer, and delta · weights for all but the first. */
    void backward() {
        for (int i = layout.count() - 1; i >= 0; i--) {
            LayerSlice layer = layout.layer(i);
            int in = layer.inputs();
            int out = layer.outputs();
            Sgemm.multiply(
                    true,
                    false,
                    out,
                    in,
                    rows,
                    1,
                    deltas[i + 1],
                    0,
                    out,
                    activations[i],
                    0,
                    in,
                    0,
                    gradient,
                    layer.weights(),
                    in);
            if (i > 0) {
                Sgemm.multiply(
                        false,
                        false,
                        rows,
                        in,
                        out,
                        1,
                        deltas[i + 1],
                        0,
                        out,
                        parameters,
                        layer.weights(),
                        in,
                        0,
                        deltas[i],
                        0,
                        in);
            }
        }
    }
}
