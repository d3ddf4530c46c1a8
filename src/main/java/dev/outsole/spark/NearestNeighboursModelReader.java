package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.json.Json;
import dev.outsole.neighbour.ExpectedDistance;
import dev.outsole.neighbour.NeighbourFunction;
import dev.outsole.neighbour.NeighbourRows;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Loads what {@link NearestNeighboursModelWriter} saved. */
final class NearestNeighboursModelReader extends MLReader<NearestNeighboursModel> {

    @Override
    public NearestNeighboursModel load(String path) {
        DefaultParamsReader.Metadata metadata = StageMetadata.load(path, sc(), NearestNeighboursModel.class);
        NeighbourFunction function = function(path);
        NearestNeighboursModel model =
                new NearestNeighboursModel(metadata.uid(), function, new SharedRows(function.rows()));
        StageMetadata.restore(metadata, model);
        return model;
    }

    private NeighbourFunction function(String path) {
        NearestNeighboursModelWriter.Scalars scalars =
                scalars(StageMetadata.data(path, NearestNeighboursModelWriter.SCALARS));
        Dataset<Row> rows = ParquetFiles.read(
                        sparkSession(),
                        NearestNeighboursModelWriter.TRAINING_ROWS_SCHEMA,
                        StageMetadata.data(path, NearestNeighboursModelWriter.TRAINING_ROWS))
                .orderBy("index");
        return new NeighbourFunction(
                new NeighbourRows(MeasuredRows.collect(rows, "features", "").features()),
                scalars.k(),
                new ExpectedDistance(scalars.intercept(), scalars.slope()));
    }

    private NearestNeighboursModelWriter.Scalars scalars(Path file) {
        try (InputStream in = file.getFileSystem(sc().hadoopConfiguration()).open(file)) {
            return Json.read(in, NearestNeighboursModelWriter.Scalars.class);
        } catch (IOException e) {
            throw new UserError(
                    "can't load nearest neighbours from " + file.getParent() + " (" + e.getMessage() + ")", e);
        }
    }
}
