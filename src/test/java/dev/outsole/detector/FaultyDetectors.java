package dev.outsole.detector;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.SQLTransformer;

/** Detectors as others might write them, each with a fault that loses an image without a word. */
public final class FaultyDetectors {

    private FaultyDetectors() {}

    /** Leaves a row out. */
    public static final class Dropping extends Faulty {
        public Dropping() {
            super("dropping", "SELECT *, 1D decision_value, 1D prediction FROM __THIS__ WHERE index <> 17");
        }
    }

    /** Gives a row twice. */
    public static final class Doubling extends Faulty {
        public Doubling() {
            super(
                    "doubling",
                    "SELECT *, 1D decision_value, 1D prediction, explode(sequence(1, if(index = 17, 2, 1))) FROM"
                            + " __THIS__");
        }
    }

    /** Divides zero by zero. */
    public static final class Undefined extends Faulty {
        public Undefined() {
            super(
                    "undefined",
                    "SELECT *, if(index >= 17, double('NaN'), 1D) decision_value, 1D prediction FROM __THIS__");
        }
    }

    /** All that they have in common. */
    abstract static class Faulty implements Detector {
        private final String key;
        private final String statement;

        Faulty(String key, String statement) {
            this.key = key;
            this.statement = statement;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public String summary() {
            return "has a fault";
        }

        @Override
        public Pipeline pipeline(DetectorOptions options) {
            return new Pipeline().setStages(new PipelineStage[] {new SQLTransformer().setStatement(statement)});
        }
    }
}
