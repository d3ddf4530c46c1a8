package dev.outsole.spark;

import dev.outsole.json.Json;
import dev.outsole.neighbour.NeighbourBlock;
import dev.outsole.neighbour.NeighbourFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Saves a {@link NearestNeighboursModel}: its numbers as JSON, and a row of Parquet for each training row, a file for each block. */
final class NearestNeighboursModelWriter extends MLWriter {
    static final String SCALARS = "neighbour_function.json";
    static final String TRAINING_ROWS = "training_rows";
    static final StructType TRAINING_ROWS_SCHEMA = new StructType()
            .add("index", DataTypes.IntegerType)
            .add("features", DataTypes.createArrayType(DataTypes.FloatType, false));

    private final NearestNeighboursModel model;

    NearestNeighboursModelWriter(NearestNeighboursModel model) {
        this.model = model;
    }

    /** The numbers of a neighbour function. */
    record Scalars(int k, double intercept, double slope) {}

    @Override
    public void saveImpl(String path) {
        StageMetadata.save(model, path, sc());
        NeighbourFunction function = model.neighbourFunction();
        Scalars scalars = new Scalars(
                function.k(),
                function.expected().intercept(),
                function.expected().slope());
        try {
            StagedFile.write(
                    sc().hadoopConfiguration(), StageMetadata.data(path, SCALARS), out -> Json.write(out, scalars));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        saveRows(StageMetadata.data(path, TRAINING_ROWS).toString());
    }

    private void saveRows(String folder) {
        List<Broadcast<NeighbourBlock>> blocks = model.shared().blocks(sparkSession());
        List<Integer> numbers = IntStream.range(0, blocks.size()).boxed().toList();
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(sc())
                .parallelize(numbers, blocks.size())
                .flatMap(number -> rows(blocks.get(number).value()));
        sparkSession().createDataFrame(rows, TRAINING_ROWS_SCHEMA).write().parquet(folder);
    }

    private static Iterator<Row> rows(NeighbourBlock block) {
        return IntStream.range(0, block.count())
                .mapToObj(i -> RowFactory.create(block.first() + i, block.row(i)))
                .iterator();
    }
}
