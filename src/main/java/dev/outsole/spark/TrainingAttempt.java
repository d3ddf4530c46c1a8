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
    private final AveragingMaster master;
    private final SparkDl4jMultiLayer training;
    private final List<Double> loss = new ArrayList<>();
    private final List<Double> validationLoss = new ArrayList<>();

    /** @param options with the seed of this attempt */
    TrainingAttempt(AutoencoderOptions options, TrainingData data, CollapseGuard guard) {
        this.options = options;
        this.data = data;
        this.guard = guard;
        this.master = new AveragingMaster(
                options, data.training().inputs(), data.training().count(), guard::allows);
        this.training = new SparkDl4jMultiLayer(
                data.training().spark(),
                NetworkDefinition.training(data.training().inputs(), options),
                master);
    }

    /** Trains to the end, or until the guard stops it. */
    void run(EpochListener listener) {
        for (int epoch = 1; epoch <= options.epochs() && !guard.hasStopped(); epoch++) {
            training.fit(data.training().shares());
            measure(epoch);
            listener.epochEnded(epoch, options.epochs(), loss.get(loss.size() - 1));
        }
    }

    private void measure(int epoch) {
        double error = master.squaredErrorPerExample() / data.training().inputs();
        TrainedNetwork network = network();
        if (!Double.isFinite(error) || !network.isFinite()) {
            throw new UserError("autoencoder: training diverged in epoch " + epoch
                    + " (its loss or parameters aren't finite): give a learningRate below " + options.learningRate());
        }
        loss.add(error);
        JobMetrics.current().epochEnded(error);
        data.validation().ifPresent(validation -> validationLoss.add(validation.loss(network)));
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
