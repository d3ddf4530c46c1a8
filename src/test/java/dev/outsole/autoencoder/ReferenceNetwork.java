package dev.outsole.autoencoder;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J's own network with its own {@code fit}, as the figure to compare with. */
final class ReferenceNetwork {
    private final MultiLayerNetwork network;

    private ReferenceNetwork(MultiLayerNetwork network) {
        this.network = network;
    }

    static ReferenceNetwork initialised(int inputs, AutoencoderOptions options) {
        MultiLayerNetwork network = new MultiLayerNetwork(NetworkDefinition.training(inputs, options));
        network.init();
        return new ReferenceNetwork(network);
    }

    static ReferenceNetwork continuing(int inputs, AutoencoderOptions options, TrainingState state) {
        MultiLayerNetwork network = new MultiLayerNetwork(NetworkDefinition.training(inputs, options));
        network.init(row(state.parameters()), false);
        network.getUpdater().setStateViewArray(network, row(state.updaterState()), false);
        network.setIterationCount(state.iteration());
        return new ReferenceNetwork(network);
    }

    private static INDArray row(float[] values) {
        return Nd4j.createFromArray(values).reshape(1, values.length);
    }

    void fit(float[][] batch) {
        INDArray images = Nd4j.createFromArray(batch);
        network.fit(images, images);
    }

    List<float[]> activations(float[][] images) {
        return network.feedForward(Nd4j.createFromArray(images), false).stream()
                .map(layer -> layer.dup('c').data().asFloat())
                .toList();
    }

    TrainingState state() {
        return new TrainingState(
                network.params().toFloatVector(),
                network.getUpdater().getStateViewArray().toFloatVector(),
                network.getIterationCount());
    }
}
