package dev.outsole.autoencoder;

import dev.outsole.UserError;
import java.io.Serializable;
import java.util.Arrays;

/**
 * An autoencoder's layer sizes and parameters, and what one does with them: encode, and measure the reconstruction. It travels to
 * executors as plain arrays, never changes, and serves any number of threads at once.
 */
public final class TrainedNetwork implements Serializable {
    private static final long serialVersionUID = 1;
    /** Images that go through the network at once: enough for fast products, and their activations stay in the cache. */
    private static final int BLOCK = 256;

    private final int[] layerSizes;
    private final float[] parameters;

    /**
     * @param layerSizes units from input to output, symmetric around the bottleneck
     * @param parameters all weights and biases in DL4J's order: layer by layer, weights {@code [in × out]} column by column, then biases
     */
    public TrainedNetwork(int[] layerSizes, float[] parameters) {
        this.layerSizes = layerSizes.clone();
        this.parameters = parameters.clone();
        Layout.of(layerSizes).checkParameters(parameters);
    }

    public int[] layerSizes() {
        return layerSizes.clone();
    }

    public float[] parameters() {
        return parameters.clone();
    }

    /** Whether all parameters are finite. */
    public boolean isFinite() {
        for (float parameter : parameters) {
            if (!Float.isFinite(parameter)) {
                return false;
            }
        }
        return true;
    }

    /** Number of features of an image. */
    public int inputs() {
        return layerSizes[0];
    }

    /** Coordinates of images {@code [n × inputs]} at the bottleneck: {@code [n × latentDim]}, each ≥ 0. */
    public float[][] encode(float[][] images) {
        Layout layout = Layout.of(layerSizes);
        float[][] embedding = new float[images.length][];
        forEachBlock(
                layout.encoderLayers(),
                images,
                (from, rows, pass) -> copy(embedding(layout, pass), embedding, from, rows));
        return embedding;
    }

    /** Images {@code [n × inputs]} through the whole network. */
    public Reconstruction reconstruct(float[][] images) {
        Layout layout = Layout.of(layerSizes);
        float[][] embedding = new float[images.length][];
        double[] error = new double[images.length];
        RowError rowError = new RowError(inputs());
        forEachBlock(layout.count(), images, (from, rows, pass) -> {
            copy(embedding(layout, pass), embedding, from, rows);
            for (int i = 0; i < rows; i++) {
                error[from + i] = rowError.mean(images[from + i], pass.output(layout.count() - 1), i * inputs());
            }
        });
        return new Reconstruction(embedding, error);
    }

    private static float[] embedding(Layout layout, ForwardPass pass) {
        return pass.output(layout.encoderLayers() - 1);
    }

    /** Rows that stand one after the other into rows of their own. */
    private void copy(float[] flat, float[][] target, int from, int rows) {
        int width = Layout.of(layerSizes).bottleneck();
        for (int i = 0; i < rows; i++) {
            target[from + i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
        }
    }

    /** Squared error of the reconstruction, summed over images {@code [n × inputs]} and pixels. */
    public double squaredError(float[][] images) {
        SquaredError error = new SquaredError(inputs());
        int last = layerSizes.length - 2;
        forEachBlock(last + 1, images, (from, rows, pass) -> {
            for (int i = 0; i < rows; i++) {
                error.add(images[from + i], pass.output(last), i * inputs());
            }
        });
        return error.sum();
    }

    /** All buffers are made for the call and freed at its end: threads share nothing that changes, and nothing is left behind. */
    private void forEachBlock(int layers, float[][] images, BlockConsumer consumer) {
        checkWidth(images);
        Layout layout = Layout.of(layerSizes);
        try (Parameters shared =
                        new Parameters(parameters, layout.layer(layers - 1).end());
                ForwardPass pass = new ForwardPass(layout, shared, layers, Math.min(BLOCK, images.length))) {
            for (int from = 0; from < images.length; from += BLOCK) {
                int rows = Math.min(BLOCK, images.length - from);
                pass.run(images, from, rows);
                consumer.accept(from, rows, pass);
            }
        }
    }

    /** Takes what the pass made of {@code images[from]} and the following. */
    private interface BlockConsumer {
        void accept(int from, int rows, ForwardPass pass);
    }

    private void checkWidth(float[][] images) {
        for (float[] image : images) {
            if (image.length != inputs()) {
                throw new UserError("autoencoder: an image has " + image.length
                        + " pixels, but the model was trained on " + inputs());
            }
        }
    }
}
