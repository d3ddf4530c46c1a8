package dev.outsole.autoencoder;

import java.io.Serializable;

/**
 * All that a training needs in order to go on: parameters, Adam's moments and the number of steps taken. The vectors are in DL4J's own
 * order, so that a {@code MultiLayerNetwork} can take over at any step, and the other way round.
 */
public final class TrainingState implements Serializable {
    private static final long serialVersionUID = 1;

    private final float[] parameters;
    private final float[] updaterState;
    private final int iteration;

    /**
     * @param parameters as of {@code MultiLayerNetwork.params()}
     * @param updaterState as of {@code MultiLayerNetwork.getUpdater().getStateViewArray()}: all first moments, then all second moments
     * @param iteration how many steps have been taken
     */
    public TrainingState(float[] parameters, float[] updaterState, int iteration) {
        if (updaterState.length != 2 * parameters.length || iteration < 0) {
            throw new IllegalArgumentException(parameters.length + " parameters with " + updaterState.length
                    + " moments after " + iteration + " steps; there are two moments of each parameter");
        }
        this.parameters = parameters.clone();
        this.updaterState = updaterState.clone();
        this.iteration = iteration;
    }

    /** Before the first step: all moments are 0. */
    public static TrainingState initial(float[] parameters) {
        return new TrainingState(parameters, new float[2 * parameters.length], 0);
    }

    public float[] parameters() {
        return parameters.clone();
    }

    public float[] updaterState() {
        return updaterState.clone();
    }

    public int iteration() {
        return iteration;
    }
}
