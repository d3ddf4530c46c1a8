package dev.outsole.autoencoder;

/** Looks at the embedding of a fixed sample after each round, and stops a training whose embedding has collapsed. */
public final class CollapseGuard {
    private final int[] layerSizes;
    private final float[][] sample;
    private final boolean watching;
    private boolean stopped;

    /**
     * @param sample training images {@code [n × inputs]}
     * @param watching if not, every training may go on to its end
     */
    public CollapseGuard(int[] layerSizes, float[][] sample, boolean watching) {
        this.layerSizes = layerSizes.clone();
        this.sample = sample;
        this.watching = watching;
    }

    /** Whether a training in this state may go on. */
    public boolean allows(TrainingState state) {
        stopped = watching
                && CollapseCheck.of(new TrainedNetwork(layerSizes, state.parameters()).encode(sample))
                        .collapsed();
        return !stopped;
    }

    /** Whether the last state that it was asked about had collapsed. */
    public boolean hasStopped() {
        return stopped;
    }
}
