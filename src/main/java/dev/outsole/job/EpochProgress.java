package dev.outsole.job;

import dev.outsole.autoencoder.Restart;
import dev.outsole.spark.EpochListener;
import java.util.Locale;

/** Shows a training's epochs as the progress of a step. */
final class EpochProgress implements EpochListener {
    private final String step;
    private final Progress progress;

    EpochProgress(String step, Progress progress) {
        this.step = step;
        this.progress = progress;
    }

    @Override
    public void epochEnded(int epoch, int epochs, double loss) {
        progress.advance(step, epoch, epochs, String.format(Locale.ROOT, "loss %.5f", loss));
    }

    @Override
    public void restarted(Restart restart) {
        progress.step(step + " again, since the embedding of seed " + restart.seed() + " collapsed in epoch "
                + restart.epoch());
    }
}
