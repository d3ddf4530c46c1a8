package dev.outsole.spark;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.NetworkDefinition;
import dev.outsole.autoencoder.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Trains an autoencoder with DL4J-Spark: every worker takes some steps from the same parameters, then parameters and Adam's moments are
 * averaged, and so on (McDonald, Hall and Mann 2010).
 *
 * <p>DL4J-Spark 1.0.0-M2 broadcasts bare ND4J arrays to compute a score. Spark 3.5 closes a broadcast value that is {@link
 * AutoCloseable} when it drops its copy, and in local mode that is the driver's own network. So the loss is computed here, from a copy.
 */
final class ParameterAveraging {
    private final AutoencoderOptions options;

    ParameterAveraging(AutoencoderOptions options) {
        this.options = options;
    }

    /** The trained network, and the mean squared error per pixel after each epoch. */
    record Result(TrainedNetwork network, List<Double> loss) {}

    Result train(TrainingExamples examples, EpochListener listener) {
        return train(examples, listener, trainingMaster(examples.count()));
    }

    Result train(TrainingExamples examples, EpochListener listener, ParameterAveragingTrainingMaster master) {
        SparkDl4jMultiLayer training = new SparkDl4jMultiLayer(
                examples.spark(), NetworkDefinition.training(examples.inputs(), options), master);
        List<Double> loss = new ArrayList<>();
        TrainedNetwork network = snapshot(training, examples.inputs());
        for (int epoch = 1; epoch <= options.epochs(); epoch++) {
            fitEpoch(training, examples, epoch);
            network = snapshot(training, examples.inputs());
            loss.add(loss(network, examples));
            listener.epochEnded(epoch, options.epochs(), loss.get(loss.size() - 1));
        }
        return new Result(network, loss);
    }

    /**
     * One fit for each averaging. Given a whole epoch, the master would cut it into rounds at random, unevenly, and drop what a worker
     * is given beyond its steps.
     */
    private void fitEpoch(SparkDl4jMultiLayer training, TrainingExamples examples, int epoch) {
        int steps = averagingFrequency(examples.count());
        for (int first = 0; first < stepsPerEpoch(examples.count()); first += steps) {
            JavaRDD<DataSet> minibatches = examples.minibatches(options, epoch, first, steps);
            training.fit(minibatches);
            minibatches.unpersist(); // the training master persists what it is given
        }
    }

    private TrainedNetwork snapshot(SparkDl4jMultiLayer training, int inputs) {
        float[] parameters = training.getNetwork().params().toFloatVector();
        return new TrainedNetwork(NetworkDefinition.layerSizes(inputs, options), parameters);
    }

    private static double loss(TrainedNetwork network, TrainingExamples examples) {
        double squaredError =
                examples.mapBatches(network, (trained, images) -> List.of(trained.squaredError(images))).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
        return squaredError / (examples.count() * (double) examples.inputs());
    }

    /**
     * Rows are dealt out evenly already, so nothing is repartitioned. Moments are averaged too: the master would otherwise reset them
     * each round while the iteration count goes on.
     */
    ParameterAveragingTrainingMaster trainingMaster(long examples) {
        return new ParameterAveragingTrainingMaster.Builder(options.workers(), options.batchSize())
                .batchSizePerWorker(options.batchSize())
                .averagingFrequency(averagingFrequency(examples))
                .workerPrefetchNumBatches(0)
                .saveUpdater(true)
                .repartionData(Repartition.Never)
                .rddTrainingApproach(RDDTrainingApproach.Direct)
                .rngSeed(options.seed())
                .build();
    }

    private int averagingFrequency(long examples) {
        int wholeEpoch = stepsPerEpoch(examples);
        return options.workers() == 1 ? wholeEpoch : Math.min(options.averagingFrequency(), wholeEpoch);
    }

    /** Steps of the worker that has the most rows. */
    private int stepsPerEpoch(long examples) {
        return Math.toIntExact(ceilDiv(ceilDiv(examples, options.workers()), options.batchSize()));
    }

    private static long ceilDiv(long dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
