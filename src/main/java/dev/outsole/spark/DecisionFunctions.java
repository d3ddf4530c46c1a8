package dev.outsole.spark;

import dev.outsole.svm.DecisionFunction;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the one-class SVMs of many saved pipelines at once. */
public final class DecisionFunctions {
    private final SparkSession spark;

    public DecisionFunctions(SparkSession spark) {
        this.spark = spark;
    }

    /** By pipeline, in the order given; without those that have no {@link OneClassSvmModel} among their stages. */
    public <K> Map<K, DecisionFunction> load(Map<K, Path> pipelines) throws IOException {
        Map<K, Path> scalars = new LinkedHashMap<>();
        Map<K, Path> vectorFolders = new LinkedHashMap<>();
        for (Map.Entry<K, Path> pipeline : pipelines.entrySet()) {
            Optional<String> stage = stage(pipeline.getValue());
            if (stage.isPresent()) {
                scalars.put(pipeline.getKey(), StageMetadata.data(stage.get(), OneClassSvmModelWriter.SCALARS));
                vectorFolders.put(
                        pipeline.getKey(), StageMetadata.data(stage.get(), OneClassSvmModelWriter.SUPPORT_VECTORS));
            }
        }
        Map<K, List<Row>> vectors =
                ParquetFolders.read(spark, OneClassSvmModelWriter.SUPPORT_VECTORS_SCHEMA, vectorFolders);
        Map<K, DecisionFunction> functions = new LinkedHashMap<>();
        scalars.forEach((key, file) -> functions.put(key, function(file, vectors.getOrDefault(key, List.of()))));
        return functions;
    }

    private Optional<String> stage(Path pipeline) throws IOException {
        FileSystem files = pipeline.getFileSystem(spark.sparkContext().hadoopConfiguration());
        for (FileStatus stage : files.listStatus(new Path(pipeline, "stages"))) {
            String path = stage.getPath().toString();
            if (files.exists(StageMetadata.data(path, OneClassSvmModelWriter.SUPPORT_VECTORS))) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private DecisionFunction function(Path scalars, List<Row> vectors) {
        List<Row> ordered = vectors.stream()
                .sorted(Comparator.comparingInt(row -> row.getInt(0)))
                .toList();
        return OneClassSvmModelReader.function(OneClassSvmModelReader.scalars(scalars, spark.sparkContext()), ordered);
    }
}
