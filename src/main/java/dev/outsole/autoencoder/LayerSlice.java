package dev.outsole.autoencoder;

/**
 * Where a dense layer's parameters are in the flat vector, in DL4J's order: weights {@code [inputs × outputs]} column by column, then
 * biases. Columns stored one after the other are rows of {@code [outputs × inputs]}, which is how the products here read them.
 *
 * @param offset index of its first weight
 */
record LayerSlice(int inputs, int outputs, int offset) {

    LayerSlice {
        if (inputs < 1 || outputs < 1 || offset < 0) {
            throw new IllegalArgumentException("layer of " + inputs + " × " + outputs + " at " + offset);
        }
    }

    int weights() {
        return offset;
    }

    int biases() {
        return offset + inputs * outputs;
    }

    /**
     * Index after its last bias.
     *
     * @throws ArithmeticException if no array is that long
     */
    int end() {
        return Math.addExact(offset, Math.multiplyExact(Math.addExact(inputs, 1), outputs));
    }
}
