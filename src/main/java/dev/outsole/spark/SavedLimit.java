package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.distance.DistanceLimit;
import dev.outsole.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;

/** A stage's limit as JSON beside its metadata. */
final class SavedLimit {
    private static final String NAME = "limit.json";

    private SavedLimit() {}

    static void write(DistanceLimit limit, String stage, SparkContext spark) {
        try {
            StagedFile.write(
                    spark.hadoopConfiguration(), StageMetadata.data(stage, NAME), out -> Json.write(out, limit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UserError if there is none */
    static DistanceLimit read(String stage, SparkContext spark) {
        Path file = StageMetadata.data(stage, NAME);
        try (InputStream in = file.getFileSystem(spark.hadoopConfiguration()).open(file)) {
            return Json.read(in, DistanceLimit.class);
        } catch (IOException e) {
            throw new UserError("can't load the limit from " + stage + " (" + e.getMessage() + ")", e);
        }
    }
}
