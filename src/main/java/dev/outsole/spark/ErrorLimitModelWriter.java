package dev.outsole.spark;

import org.apache.spark.ml.util.MLWriter;

/** Saves an {@link ErrorLimitModel}: its limit as JSON. */
final class ErrorLimitModelWriter extends MLWriter {
    private final ErrorLimitModel model;

    ErrorLimitModelWriter(ErrorLimitModel model) {
        this.model = model;
    }

    @Override
    public void saveImpl(String path) {
        StageMetadata.save(model, path, sc());
        SavedLimit.write(model.limit(), path, sc());
    }
}
