package dev.outsole.spark;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.NetworkState;
import dev.outsole.autoencoder.TrainingState;
import dev.outsole.autoencoder.WorkerTraining;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Trains with one worker, which has nobody to average with: one call trains several epochs in a single Spark job, since a job costs as much
 * as some fifty steps. The very first epoch is a call of its own, for a network that collapses mostly does so there.
 */
final class SoloMaster extends LayeredTrainingMaster {
    private static final int STEPS_PER_JOB = 1000;

    private final WorkerTraining workerTraining;
    private final AutoencoderOptions options;
    private final long rows;
    private final int epochsPerJob;
    private final Consumer<TrainingState> listener;
    private List<Double> squaredErrors = List.of();

    /**
     * @param inputs features of a row
     * @param everyEpoch whether the network is wanted after every epoch
     * @param listener hears of the state after each call
     */
    SoloMaster(
            AutoencoderOptions options, int inputs, long rows, boolean everyEpoch, Consumer<TrainingState> listener) {
        this.workerTraining = new WorkerTraining(inputs, options);
        this.options = options;
        this.rows = rows;
        this.epochsPerJob =
                everyEpoch ? 1 : Math.max(1, STEPS_PER_JOB / workerTraining.minibatches(Math.toIntExact(rows)));
        this.listener = listener;
    }

    /** The next epochs, over data with one partition; at most as many as the options' are left. */
    @Override
    public void executeTraining(SparkDl4jMultiLayer training, JavaRDD<DataSet> shares) {
        MultiLayerNetwork network = training.getNetwork();
        int first = network.getEpochCount();
        int epochs = first == 0 ? 1 : Math.min(epochsPerJob, options.epochs() - first);
        WorkerTraining worker = workerTraining;
        WorkerTraining.Epochs result = Sent.during(
                training.getSparkContext(),
                NetworkState.of(network),
                sent -> WorkerRows.ofDataSets(shares)
                        .mapPartitions(
                                share -> List.of(worker.runAlone(sent.value(), WorkerRows.all(share), first, epochs))
                                        .iterator(),
                                true)
                        .first());
        squaredErrors =
                result.squaredErrors().stream().map(error -> error / rows).toList();
        NetworkState.restore(network, result.state());
        network.setEpochCount(first + squaredErrors.size() - 1); // the caller counts this call as one
        listener.accept(result.state());
    }

    @Override
    List<Double> squaredErrors() {
        return squaredErrors;
    }
}
