package dev.outsole.spark;

import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;

/** Loads what {@link ErrorLimitModelWriter} saved. */
final class ErrorLimitModelReader extends MLReader<ErrorLimitModel> {

    @Override
    public ErrorLimitModel load(String path) {
        DefaultParamsReader.Metadata metadata = StageMetadata.load(path, sc(), ErrorLimitModel.class);
        ErrorLimitModel model = new ErrorLimitModel(metadata.uid(), SavedLimit.read(path, sc()));
        StageMetadata.restore(metadata, model);
        return model;
    }
}
