package dev.outsole.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** All stages that the program has, found among its classes: fitted and not, on small images. */
final class Stages {
    static final int ROWS = 20;
    /** What each stage works on. */
    static final Dataset<Row> INPUT = TestImages.BINARY
            .rows(ROWS)
            .withColumn("reconstruction_error", col("index").plus(1).cast("double"));

    /** Parameters that make a fit short, or that a stage has no default for; of those stages that have them. */
    private static final Map<String, Object> SMALL = Map.of(
            "epochs",
            1,
            "hiddenLayers",
            new int[] {4},
            "batchSize",
            8,
            "allowCollapsed",
            true,
            "maxRestarts",
            0,
            "height",
            TestImages.SHAPE.height(),
            "width",
            TestImages.SHAPE.width());

    private static final List<PipelineStage> UNFITTED = unfitted();
    private static final List<PipelineStage> ALL =
            Stream.concat(UNFITTED.stream(), models()).toList();

    private Stages() {}

    static Stream<PipelineStage> all() {
        return ALL.stream();
    }

    static Stream<Transformer> transformers() {
        return all().filter(Transformer.class::isInstance).map(Transformer.class::cast);
    }

    private static Stream<PipelineStage> models() {
        return UNFITTED.stream().filter(Estimator.class::isInstance).map(stage ->
                (PipelineStage) ((Estimator<?>) stage).fit(INPUT));
    }

    private static List<PipelineStage> unfitted() {
        List<PipelineStage> stages = new ArrayList<>();
        for (Class<?> type : classes()) {
            if (Arrays.stream(type.getConstructors()).anyMatch(made -> made.getParameterCount() == 0)) {
                try {
                    stages.add(small((PipelineStage) type.getConstructor().newInstance()));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(type + " can't be made", e);
                }
            }
        }
        return stages;
    }

    private static PipelineStage small(PipelineStage stage) {
        for (Param<?> param : stage.params()) {
            if (SMALL.containsKey(param.name())) {
                stage.set(param.name(), SMALL.get(param.name()));
            }
        }
        return stage;
    }

    /** Every class of a stage that can be made, of all that were compiled with {@link PlainStage}. */
    static Set<Class<?>> classes() {
        try {
            Path root = Path.of(PlainStage.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root.resolve("dev/outsole"))) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                        .map(name -> type(name.substring(0, name.length() - ".class".length())
                                .replace('/', '.')))
                        .filter(type ->
                                PipelineStage.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                        .collect(Collectors.toSet());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Stages.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The column that a stage reads: of its column parameters the one whose column the input has. */
    static String input(PipelineStage stage) {
        return columns(stage)
                .filter(column -> List.of(INPUT.columns()).contains(column))
                .findFirst()
                .orElseThrow();
    }

    /** The columns that it adds. */
    static List<String> outputs(PipelineStage stage) {
        String input = input(stage);
        return columns(stage).filter(column -> !column.equals(input)).toList();
    }

    private static Stream<String> columns(PipelineStage stage) {
        return Arrays.stream(stage.params())
                .filter(param -> param.name().endsWith("Col") && stage.isDefined(param))
                .map(param -> String.valueOf(stage.getOrDefault(param)))
                .filter(column -> !column.isEmpty());
    }

    /** Parameters and their values as JSON, in the order of their names. */
    static Map<String, String> parameters(PipelineStage stage) {
        return Arrays.stream(stage.params())
                .filter(stage::isDefined)
                .collect(Collectors.toMap(Param::name, param -> json(stage, param)));
    }

    private static <T> String json(PipelineStage stage, Param<T> param) {
        return param.jsonEncode(stage.getOrDefault(param));
    }
}
