package dev.outsole.spark;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.NetworkState;
import dev.outsole.autoencoder.StateAverage;
import dev.outsole.autoencoder.TrainingState;
import dev.outsole.autoencoder.WorkerTraining;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Trains by parameter averaging: in each round every worker takes some steps from the same state, then parameters and Adam's moments
 * are averaged (McDonald, Hall and Mann 2010). One call trains one epoch; the network holds the state between calls.
 *
 * <p>A worker's part depends on the round's state and its own rows alone, and parts are averaged in the order of the workers: neither
 * the order in which tasks finish nor a retry changes a bit.
 */
final class AveragingMaster extends LayeredTrainingMaster {
    private final WorkerTraining workerTraining;
    private final int stepsPerEpoch;
    private final int averagingFrequency;
    private final Predicate<TrainingState> goOn;
    private double squaredError;
    private long examples;

    /**
     * @param inputs features of a row
     * @param rows how many there are, of all workers
     * @param goOn asked after each round; if not, the epoch ends there
     */
    AveragingMaster(AutoencoderOptions options, int inputs, long rows, Predicate<TrainingState> goOn) {
        this.workerTraining = new WorkerTraining(inputs, options);
        this.stepsPerEpoch = Math.toIntExact(ceilDiv(ceilDiv(rows, options.workers()), options.batchSize()));
        this.averagingFrequency = options.averagingFrequency();
        this.goOn = goOn;
    }

    private static long ceilDiv(long dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** One epoch over data with one partition for each worker. */
    @Override
    public void executeTraining(SparkDl4jMultiLayer training, JavaRDD<DataSet> shares) {
        MultiLayerNetwork network = training.getNetwork();
        TrainingState state = NetworkState.of(network);
        squaredError = 0;
        examples = 0;
        boolean on = true;
        for (int first = 0; on && first < stepsPerEpoch; first += averagingFrequency) {
            state = round(training.getSparkContext(), shares, state, network.getEpochCount(), first);
            on = goOn.test(state);
        }
        NetworkState.restore(network, state);
    }

    private TrainingState round(
            JavaSparkContext spark, JavaRDD<DataSet> shares, TrainingState start, int epoch, int first) {
        WorkerTraining workers = workerTraining;
        int count = averagingFrequency;
        List<WorkerTraining.Result> parts = Sent.during(
                spark,
                start,
                sent -> WorkerRows.ofDataSets(shares)
                        .mapPartitionsWithIndex(
                                (worker, share) -> List.of(workers.run(
                                                sent.value(), WorkerRows.all(share), worker, epoch, first, count))
                                        .iterator(),
                                true)
                        .collect());
        parts.forEach(this::count);
        return StateAverage.of(parts);
    }

    private void count(WorkerTraining.Result part) {
        squaredError += part.squaredError();
        examples += part.examples();
    }

    @Override
    List<Double> squaredErrors() {
        return List.of(squaredError / examples);
    }

    /** How many examples the last epoch has seen, of all workers. */
    long examples() {
        return examples;
    }
}
