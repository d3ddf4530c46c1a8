package dev.outsole.spark;

import dev.outsole.model.StageForm;
import dev.outsole.svm.DecisionFunction;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Reads the decision functions of saved pipelines, and nothing else of them. */
public final class DecisionFunctions {
    private final SparkSession spark;

    public DecisionFunctions(SparkSession spark) {
        this.spark = spark;
    }

    /** By pipeline, in the order given; without those that have no {@link OneClassSvmModel} among their stages. */
    public <K> Map<K, DecisionFunction> load(Map<K, Path> pipelines) throws IOException {
        Map<K, DecisionFunction> functions = new LinkedHashMap<>();
        for (Map.Entry<K, Path> pipeline : pipelines.entrySet()) {
            stage(pipeline.getValue())
                    .ifPresent(stage -> functions.put(
                            pipeline.getKey(), StageForm.decisionFunction(StageReader.numbers(spark, stage))));
        }
        return functions;
    }

    private Optional<Path> stage(Path pipeline) throws IOException {
        FileSystem files = HadoopPaths.fileSystem(pipeline, spark.sparkContext().hadoopConfiguration());
        for (FileStatus stage : files.listStatus(new Path(pipeline, "stages"))) {
            String path = stage.getPath().toString();
            if (StageMetadata.load(path, spark.sparkContext()).className().equals(OneClassSvmModel.class.getName())) {
                return Optional.of(stage.getPath());
            }
        }
        return Optional.empty();
    }
}
