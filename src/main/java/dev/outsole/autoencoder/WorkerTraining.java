package dev.outsole.autoencoder;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What one worker does between two averagings: minibatches of its own images, which each epoch puts into a new order. It keeps nothing
 * from one call to the next, so that the same call gives the same bits wherever and however often it is made.
 */
public final class WorkerTraining implements Serializable {
    private static final long serialVersionUID = 1;

    private final int[] layerSizes;
    private final double learningRate;
    private final int batchSize;
    private final long seed;

    /** For images of {@code inputs} pixels. */
    public WorkerTraining(int inputs, AutoencoderOptions options) {
        this.layerSizes = NetworkDefinition.layerSizes(inputs, options);
        this.learningRate = options.workerLearningRate();
        this.batchSize = options.batchSize();
        this.seed = options.seed();
    }

    /**
     * What came out.
     *
     * @param examples how many images it has learnt from
     * @param squaredError of these, summed over images and pixels, each measured right before the step that learnt from it
     */
    public record Result(TrainingState state, long examples, double squaredError) implements Serializable {}

    /**
     * What came out of whole epochs.
     *
     * @param squaredErrors of each epoch, as of {@link Result#squaredError}
     */
    public record Epochs(TrainingState state, List<Double> squaredErrors) implements Serializable {

        public Epochs {
            squaredErrors = List.copyOf(squaredErrors);
        }
    }

    /** Minibatches in an epoch over so many images; the last may be smaller than the others. */
    public int minibatches(int images) {
        return Math.toIntExact(((long) images + batchSize - 1) / batchSize);
    }

    /** A whole epoch; see {@link #run(TrainingState, float[][], int, int, int, int)}. */
    public Result run(TrainingState start, float[][] images, int worker, int epoch) {
        return run(start, images, worker, epoch, 0, minibatches(images.length));
    }

    /**
     * Whole epochs of a worker that has nobody to average with; fewer if the error becomes infinite.
     *
     * @param first number of the first epoch
     */
    public Epochs runAlone(TrainingState start, float[][] images, int first, int epochs) {
        TrainingState state = start;
        List<Double> squaredErrors = new ArrayList<>();
        for (int epoch = first; epoch < first + epochs; epoch++) {
            Result result = run(state, images, 0, epoch);
            state = result.state();
            squaredErrors.add(result.squaredError());
            if (!Double.isFinite(result.squaredError())) {
                break;
            }
        }
        return new Epochs(state, squaredErrors);
    }

    /**
     * Some of an epoch's minibatches.
     *
     * @param images all of the worker's, {@code [n × inputs]}, in [0, 1], always in the same order
     * @param worker its number: workers shuffle differently
     * @param epoch its number: epochs shuffle differently
     * @param first the first minibatch, from 0
     * @param count how many; those beyond the end of the epoch are left out
     */
    public Result run(TrainingState start, float[][] images, int worker, int epoch, int first, int count) {
        int from = Math.toIntExact(Math.min((long) first * batchSize, images.length));
        int end = Math.toIntExact(Math.min(from + (long) count * batchSize, images.length));
        float[][] order = shuffled(images, worker, epoch);
        try (TrainingStep step = new TrainingStep(
                Layout.of(layerSizes), learningRate, Math.max(1, Math.min(batchSize, end - from)), start)) {
            double squaredError = 0;
            for (int i = from; i < end; i += batchSize) {
                squaredError += step.run(order, i, Math.min(batchSize, end - i));
            }
            return new Result(step.state(), end - from, squaredError);
        }
    }

    private float[][] shuffled(float[][] images, int worker, int epoch) {
        SplittableRandom random = new SplittableRandom(mix(mix(seed, epoch), worker));
        float[][] order = images.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            float[] image = order[i];
            order[i] = order[j];
            order[j] = image;
        }
        return order;
    }

    private static long mix(long seed, long number) {
        return new SplittableRandom(seed).nextLong() + number;
    }
}
