package dev.outsole.autoencoder;

import dev.outsole.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The dense layers of a network from input to output, and where their parameters are in the flat vector. */
final class Layout {
    private final List<LayerSlice> layers;

    private Layout(List<LayerSlice> layers) {
        this.layers = List.copyOf(layers);
    }

    /** Of a network with these units from input to output: at least two numbers, each at least 1. */
    static Layout of(int[] sizes) {
        if (sizes.length < 2 || Arrays.stream(sizes).anyMatch(size -> size < 1)) {
            throw new UserError("autoencoder: layers of " + Arrays.toString(sizes)
                    + " units; give at least an input and an output of at least 1 unit each");
        }
        List<LayerSlice> layers = new ArrayList<>();
        int offset = 0;
        for (int i = 1; i < sizes.length; i++) {
            LayerSlice layer = new LayerSlice(sizes[i - 1], sizes[i], offset);
            layers.add(layer);
            offset = layer.end();
        }
        return new Layout(layers);
    }

    /** Throws if a flat vector doesn't have {@link #parameterCount} entries. */
    void checkParameters(float[] parameters) {
        if (parameters.length != parameterCount()) {
            throw new UserError(
                    "autoencoder: " + parameters.length + " parameters, but its layers need " + parameterCount());
        }
    }

    int count() {
        return layers.size();
    }

    LayerSlice layer(int index) {
        return layers.get(index);
    }

    LayerSlice last() {
        return layers.get(layers.size() - 1);
    }

    int inputs() {
        return layers.get(0).inputs();
    }

    int parameterCount() {
        return last().end();
    }

    /** How many layers lead from the input to the bottleneck. */
    int encoderLayers() {
        return (layers.size() + 1) / 2;
    }

    /** Units of the bottleneck. */
    int bottleneck() {
        return layer(encoderLayers() - 1).outputs();
    }

    /** Units of the widest layer, the input left out. */
    int widestOutput() {
        return layers.stream().mapToInt(LayerSlice::outputs).max().orElseThrow();
    }
}
