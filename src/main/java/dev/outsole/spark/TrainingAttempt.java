package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.CollapseGuard;
import dev.outsole.autoencoder.NetworkDefinition;
import dev.outsole.autoencoder.NetworkState;
import dev.outsole.autoencoder.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;

/** One training from one initialisation: all its epochs, or as many as it takes to collapse. */
final class TrainingAttempt {
    private final AutoencoderOptions options;
    private final TrainingData data;
    private final CollapseGuard guard;
    private final LayeredTrainingMaster master;
    private final SparkDl4jMultiLayer training;
    private final List<Double> loss = new ArrayList<>();
    private final List<Double> validationLoss = new ArrayList<>();

    /** @param options with the seed of this attempt */
    TrainingAttempt(AutoencoderOptions options, TrainingData data, CollapseGuard guard) {
        this.options = options;
        this.data = data;
        this.guard = guard;
        this.master = master();
        this.training = new SparkDl4jMultiLayer(
                data.training().spark(),
                NetworkDefinition.training(data.training().inputs(), options),
                master);
    }

    private LayeredTrainingMaster master() {
        int inputs = data.training().inputs();
        long rows = data.training().count();
        return options.workers() == 1
                ? new SoloMaster(options, inputs, rows, data.validation().isPresent(), guard::allows)
                : new AveragingMaster(options, inputs, rows, guard::allows);
    }

    /** Trains to the end, or until the guard stops it. */
    void run(EpochListener listener) {
        while (loss.size() < options.epochs() && !guard.hasStopped()) {
            training.fit(data.training().shares());
            for (double squaredError : master.squaredErrors()) {
                measured(squaredError / data.training().inputs());
                listener.epochEnded(loss.size(), options.epochs(), loss.get(loss.size() - 1));
            }
            TrainedNetwork network = network();
            requireFinite(network.isFinite());
            data.validation().ifPresent(validation -> validationLoss.add(validation.loss(network)));
        }
    }

    private void measured(double error) {
        loss.add(error);
        requireFinite(Double.isFinite(error));
        JobMetrics.current().epochEnded(error);
    }

    private void requireFinite(boolean finite) {
        if (!finite) {
            throw new UserError("autoencoder: training diverged in epoch " + loss.size()
                    + " (its loss or parameters aren't finite): set outsole.autoencoder.learning-rate below "
                    + options.learningRate());
        }
    }

    /** The network as it is now. */
    TrainedNetwork network() {
        return new TrainedNetwork(
                NetworkDefinition.layerSizes(data.training().inputs(), options),
                NetworkState.of(training.getNetwork()).parameters());
    }

    /** Mean squared error per pixel of each epoch, every example seen before its step. */
    List<Double> loss() {
        return loss;
    }

    /** The same of the held-out rows after each epoch; empty if there are none. */
    List<Double> validationLoss() {
        return validationLoss;
    }
}
