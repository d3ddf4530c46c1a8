package dev.outsole.saved;

import dev.outsole.json.Json;
import dev.outsole.spark.ErrorLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Makes what {@code make.sh} keeps of a version: images, stages saved one by one, and the figures of all that is saved. */
final class MakeFixtures {
    static final String STAGES = "stages.json";
    static final String MODELS = "models.json";

    private MakeFixtures() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("data")) {
            FixtureImages.write(folder);
            return;
        }
        try (SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", false)
                .getOrCreate()) {
            saveStages(spark, folder.resolve("stages"));
            Map<String, ModelFigures> models = new TreeMap<>();
            for (Path model : models(folder)) {
                models.put(folder.relativize(model).toString(), ModelFigures.of(spark, model));
            }
            Json.write(Files.newOutputStream(folder.resolve(MODELS)), models);
        }
    }

    private static void saveStages(SparkSession spark, Path folder) throws IOException {
        Dataset<Row> images = FixtureImages.train(spark);
        Dataset<Row> errors =
                images.withColumn("error", images.col("index").plus(1).cast("double"));
        Map<String, StageFigures> figures = new TreeMap<>();
        for (PipelineStage stage : SmallStages.all()) {
            ((MLWritable) stage).save(folder.resolve(name(stage)).toString());
            Transformer fitted = stage instanceof Estimator<?> estimator
                    ? (Transformer) estimator.fit(stage instanceof ErrorLimit ? errors : images)
                    : (Transformer) stage;
            ((MLWritable) fitted)
                    .write()
                    .overwrite()
                    .save(folder.resolve(name(fitted)).toString());
            figures.put(name(fitted), StageFigures.of(fitted));
        }
        Json.write(Files.newOutputStream(folder.resolveSibling(STAGES)), figures);
    }

    private static String name(PipelineStage stage) {
        return stage.getClass().getSimpleName();
    }

    /** The models of all runs. */
    static List<Path> models(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
            return files.filter(file -> file.endsWith("manifest.json"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }
}
