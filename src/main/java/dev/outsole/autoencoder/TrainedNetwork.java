package dev.outsole.autoencoder;

import dev.outsole.UserError;
import java.io.Serializable;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An autoencoder's layer sizes and parameters, and what one does with them: encode, and measure the reconstruction. It travels to
 * executors as plain arrays; the DL4J network that computes with them is made on arrival.
 *
 * <p>Not an {@link AutoCloseable} on purpose, as {@link INDArray} is: Spark closes broadcast values of that type when it drops its own
 * copy, which in local mode is the driver's very object.
 */
public final class TrainedNetwork implements Serializable {
    private static final long serialVersionUID = 1;

    private final int[] layerSizes;
    private final float[] parameters;
    private transient @Nullable MultiLayerNetwork network;

    /**
     * @param layerSizes units from input to output, symmetric around the bottleneck
     * @param parameters all weights and biases in DL4J's order: layer by layer, weights {@code [in × out]} column by column, then biases
     */
    public TrainedNetwork(int[] layerSizes, float[] parameters) {
        this.layerSizes = layerSizes.clone();
        this.parameters = parameters.clone();
        int expected = parameterCount(layerSizes);
        if (parameters.length != expected) {
            throw new UserError("autoencoder: " + parameters.length + " parameters, but its layers need " + expected);
        }
    }

    private static int parameterCount(int[] sizes) {
        int count = 0;
        for (int i = 1; i < sizes.length; i++) {
            count += (sizes[i - 1] + 1) * sizes[i];
        }
        return count;
    }

    public int[] layerSizes() {
        return layerSizes.clone();
    }

    public float[] parameters() {
        return parameters.clone();
    }

    /** Number of features of an image. */
    public int inputs() {
        return layerSizes[0];
    }

    /** Coordinates of images {@code [n × inputs]} at the bottleneck: {@code [n × latentDim]}, each ≥ 0. */
    public float[][] encode(float[][] images) {
        checkWidth(images);
        int bottleneck = layerSizes.length / 2;
        synchronized (this) {
            INDArray input = Nd4j.createFromArray(images);
            return network()
                    .feedForwardToLayer(bottleneck - 1, input, false)
                    .get(bottleneck)
                    .toFloatMatrix();
        }
    }

    /** Squared error of the reconstruction, summed over images {@code [n × inputs]} and pixels. */
    public double squaredError(float[][] images) {
        checkWidth(images);
        synchronized (this) {
            INDArray input = Nd4j.createFromArray(images);
            return input.squaredDistance(network().output(input, false));
        }
    }

    private void checkWidth(float[][] images) {
        for (float[] image : images) {
            if (image.length != inputs()) {
                throw new UserError("autoencoder: an image has " + image.length
                        + " pixels, but the model was trained on " + inputs());
            }
        }
    }

    private MultiLayerNetwork network() {
        if (network == null) {
            network = new MultiLayerNetwork(NetworkDefinition.inference(layerSizes));
            network.init(Nd4j.createFromArray(parameters).reshape(1, parameters.length), false);
        }
        return network;
    }
}
