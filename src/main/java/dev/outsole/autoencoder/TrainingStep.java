package dev.outsole.autoencoder;

/**
 * Steps of Adam on minibatches, as {@code MultiLayerNetwork.fit} takes them, but several times as fast: every product is computed once,
 * no score at all, and loops over entries are vectorised. Buffers are made once, for the largest batch; not for two threads at once.
 */
final class TrainingStep implements AutoCloseable {
    private final Parameters parameters;
    private final ForwardPass forward;
    private final BackwardPass backward;
    private final AdamOptimizer adam;
    private int iteration;

    TrainingStep(Layout layout, double learningRate, int maxBatch, TrainingState start) {
        float[] values = start.parameters();
        layout.checkParameters(values);
        parameters = new Parameters(values);
        forward = new ForwardPass(layout, parameters, layout.count(), maxBatch);
        backward = new BackwardPass(layout, parameters, forward, maxBatch);
        adam = new AdamOptimizer(parameters, learningRate);
        adam.restore(start.updaterState());
        iteration = start.iteration();
    }

    /**
     * Learns from {@code images[from]} to {@code images[from + rows - 1]}, which are inputs and targets alike, in [0, 1].
     *
     * @return squared error before the step, summed over images and pixels
     */
    double run(float[][] images, int from, int rows) {
        forward.run(images, from, rows);
        double squaredError = backward.run(images, from, rows);
        adam.step(backward.gradient(), iteration);
        iteration++;
        return squaredError;
    }

    TrainingState state() {
        return new TrainingState(parameters.values, adam.state(), iteration);
    }

    @Override
    public void close() {
        backward.close();
        forward.close();
        parameters.close();
    }
}
