package dev.outsole.autoencoder;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Carries a training's state between DL4J's network and plain vectors, which are in the same order. */
public final class NetworkState {

    private NetworkState() {}

    /** A copy of the network's state. */
    public static TrainingState of(MultiLayerNetwork network) {
        return new TrainingState(
                network.params().toFloatVector(),
                network.getUpdater().getStateViewArray().toFloatVector(),
                network.getIterationCount());
    }

    /** Sets the network to this state. */
    public static void restore(MultiLayerNetwork network, TrainingState state) {
        network.setParameters(row(state.parameters()));
        network.getUpdater().getStateViewArray().assign(row(state.updaterState()));
        network.setIterationCount(state.iteration());
    }

    private static INDArray row(float[] values) {
        return Nd4j.createFromArray(values).reshape(1, values.length);
    }
}
