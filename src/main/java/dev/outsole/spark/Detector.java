package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.svm.SvmOptions;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;

/** The detectors, each an ordinary Spark ML pipeline from the {@code pixels} column to decision value and prediction. */
public enum Detector {
    /** Baseline: one-class SVM on the pixels themselves. */
    PIXELS {
        @Override
        public Pipeline pipeline(SvmOptions svm, AutoencoderOptions autoencoder, EpochListener listener) {
            return stages(new OneClassSvm().setOptions(svm).setFeaturesCol(PIXELS_COLUMN));
        }
    },
    /** Autoencoder trained on the normal class, then one-class SVM on its embedding. */
    AUTOENCODER {
        @Override
        public Pipeline pipeline(SvmOptions svm, AutoencoderOptions autoencoder, EpochListener listener) {
            Autoencoder encoder = new Autoencoder()
                    .setOptions(autoencoder)
                    .setFeaturesCol(PIXELS_COLUMN)
                    .setEpochListener(listener);
            return stages(encoder, new OneClassSvm().setOptions(svm).setFeaturesCol("embedding"));
        }
    };

    private static final String PIXELS_COLUMN = "pixels";

    /** The unfitted pipeline; a detector ignores the options that it has no stage for. */
    public abstract Pipeline pipeline(SvmOptions svm, AutoencoderOptions autoencoder, EpochListener listener);

    /** The name in settings and results, such as {@code pixels}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The detector of this name.
     *
     * @throws UserError if there is none; the message lists those that there are
     */
    public static Detector of(String key) {
        return Arrays.stream(values())
                .filter(detector -> detector.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UserError("unknown detector '" + key + "': choose among "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Detector::key).toList())));
    }

    private static Pipeline stages(PipelineStage... stages) {
        return new Pipeline().setStages(stages);
    }
}
