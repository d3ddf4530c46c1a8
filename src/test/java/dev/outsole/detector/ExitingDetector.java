package dev.outsole.detector;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;

/** A detector that ends the program, as if all were well. */
public final class ExitingDetector implements Detector {
    @Override
    public String key() {
        return "exiting";
    }

    @Override
    public String summary() {
        return "ends the program";
    }

    @Override
    public Pipeline pipeline(DetectorOptions options) {
        if (Thread.currentThread().getName().startsWith("pool-")) { // not where the fit is foreseen
            System.exit(0);
        }
        return new Pipeline().setStages(new PipelineStage[0]);
    }
}
