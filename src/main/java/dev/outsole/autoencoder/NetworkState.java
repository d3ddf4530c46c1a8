package dev.outsole.autoencoder;

import java.nio.FloatBuffer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Carries a training's state between DL4J's network and plain vectors, which are in the same order. */
public final class NetworkState {

    private NetworkState() {}

    /** A copy of the network's state. */
    public static TrainingState of(MultiLayerNetwork network) {
        return new TrainingState(
                copy(network.params()), copy(network.getUpdater().getStateViewArray()), network.getIterationCount());
    }

    /** Sets the network to this state. */
    public static void restore(MultiLayerNetwork network, TrainingState state) {
        buffer(network.params()).put(state.parameters());
        buffer(network.getUpdater().getStateViewArray()).put(state.updaterState());
        network.setIterationCount(state.iteration());
    }

    private static float[] copy(INDArray vector) {
        float[] values = new float[Math.toIntExact(vector.length())];
        buffer(vector).get(values);
        return values;
    }

    /** The vector's own memory: ND4J would copy float by float. */
    private static FloatBuffer buffer(INDArray vector) {
        FloatBuffer buffer = vector.data().asNioFloat();
        if (vector.elementWiseStride() != 1 || vector.offset() != 0 || buffer.remaining() < vector.length()) {
            throw new IllegalStateException("the network's vector is no run of floats: " + vector.shapeInfoToString());
        }
        return buffer;
    }
}
