package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.CollapseCheck;
import dev.outsole.autoencoder.CollapseGuard;
import dev.outsole.autoencoder.NetworkDefinition;
import dev.outsole.autoencoder.Restart;
import dev.outsole.autoencoder.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;

/** Trains an autoencoder, and starts again from another initialisation each time that its embedding collapses. */
final class GuardedTraining {
    private static final int SAMPLE = 256;

    private final AutoencoderOptions options;

    GuardedTraining(AutoencoderOptions options) {
        this.options = options;
    }

    /** The trained network and how it was come by: see {@link AutoencoderSummary}. The check is of all training rows. */
    record Result(
            TrainedNetwork network,
            CollapseCheck check,
            List<Double> loss,
            List<Double> validationLoss,
            long seed,
            List<Restart> restarts) {}

    /**
     * Trains until a network is alive at its end.
     *
     * @throws UserError if none is after the last restart, unless the options allow that
     */
    Result train(TrainingData data, EpochListener listener) {
        float[][] sample = data.training().sample(SAMPLE);
        int[] layerSizes = NetworkDefinition.layerSizes(data.training().inputs(), options);
        List<Restart> restarts = new ArrayList<>();
        while (true) {
            boolean watched = restarts.size() < options.collapse().maxRestarts()
                    || !options.collapse().allowCollapsed();
            AutoencoderOptions attempted = options.withSeed(options.seedOfAttempt(restarts.size()));
            CollapseGuard guard = new CollapseGuard(layerSizes, sample, watched);
            TrainingAttempt attempt = new TrainingAttempt(attempted, data, guard);
            long start = System.nanoTime();
            attempt.run(listener);
            if (!guard.hasStopped()) {
                CollapseCheck check = data.training().check(attempt.network());
                if (!watched || !check.collapsed()) { // what lives in the sample may be lost beside all the others
                    return result(attempt, check, attempted.seed(), restarts);
                }
            }
            restarts.add(new Restart(attempted.seed(), attempt.loss().size(), (System.nanoTime() - start) / 1e9));
            requireAnother(restarts);
            listener.restarted(restarts.get(restarts.size() - 1));
        }
    }

    private static Result result(TrainingAttempt attempt, CollapseCheck check, long seed, List<Restart> restarts) {
        return new Result(attempt.network(), check, attempt.loss(), attempt.validationLoss(), seed, restarts);
    }

    private void requireAnother(List<Restart> restarts) {
        if (restarts.size() > options.collapse().maxRestarts()) {
            throw new UserError(
                    "autoencoder: the embedding collapsed in each of " + restarts.size() + " trainings (seeds "
                            + restarts.stream().map(Restart::seed).toList()
                            + "): try another seed, set outsole.autoencoder.bottleneck-bias above 0, or go on all the same with --allow-collapsed");
        }
    }
}
