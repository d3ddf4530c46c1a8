package dev.outsole.detector;

import dev.outsole.work.Thrown;
import java.util.Locale;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;

/** Detectors as others might write them, each of which throws at its own place of a model's work. What it throws, the seed tells. */
public final class ThrowingDetectors {

    private ThrowingDetectors() {}

    /** Where; in a task is on a thread of Spark's. */
    enum Place {
        FIT,
        FIT_TASK,
        SCORE,
        SCORE_TASK,
        RANK,
        SAVE
    }

    /** On the driver. */
    public static final class InFit extends Throwing {
        public InFit() {
            super(Place.FIT);
        }
    }

    /** On an executor. */
    public static final class InFitTask extends Throwing {
        public InFitTask() {
            super(Place.FIT_TASK);
        }
    }

    /** On the driver. */
    public static final class InScore extends Throwing {
        public InScore() {
            super(Place.SCORE);
        }
    }

    /** On an executor. */
    public static final class InScoreTask extends Throwing {
        public InScoreTask() {
            super(Place.SCORE_TASK);
        }
    }

    /** When Spark is told that the scores are about to be ranked. */
    public static final class InRank extends Throwing {
        public InRank() {
            super(Place.RANK);
        }
    }

    /** When the model is written. */
    public static final class InSave extends Throwing {
        public InSave() {
            super(Place.SAVE);
        }
    }

    /** All that they have in common. */
    abstract static class Throwing implements Detector {
        private final Place place;

        Throwing(Place place) {
            this.place = place;
        }

        @Override
        public String key() {
            return "throws-in-" + place.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String summary() {
            return "throws";
        }

        @Override
        public Pipeline pipeline(DetectorOptions options) {
            Thrown thrown = Thrown.number(options.svm().seed());
            return new Pipeline().setStages(new PipelineStage[] {new ThrowingStage(place, thrown)});
        }
    }
}
