package dev.outsole.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.neighbour.NeighbourOptions;
import dev.outsole.svm.Gamma;
import dev.outsole.svm.SolverOptions;
import dev.outsole.svm.SvmOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Options and pipelines, saved and loaded; {@link EveryStageTest} has single stages. */
class PersistenceTest {
    private static final SvmOptions SVM =
            new SvmOptions(0.25, new Gamma.Auto(), 1e-4, new SolverOptions(false, 7, 50), 0, 9);
    private static final AutoencoderOptions AUTOENCODER = SmallOptions.of(List.of(5, 4), 2, 8, 2, 2, 3);
    private static final DetectorOptions OPTIONS = new DetectorOptions(
            TestImages.SHAPE, SVM, ImageNeighbourOptions.DEFAULT, AUTOENCODER, EpochListener.SILENT);
    private static final Dataset<Row> IMAGES = TestImages.BINARY.rows(50).withColumnRenamed("features", "pixels");

    @TempDir
    Path temporary;

    @Test
    void anSvmKeepsItsParameters() throws IOException {
        OneClassSvm svm =
                new OneClassSvm().setOptions(SVM).setFeaturesCol("pixels").setDecisionCol("value");
        svm.save(path("svm"));

        OneClassSvm loaded = OneClassSvm.load(path("svm"));

        assertThat(loaded.uid()).isEqualTo(svm.uid());
        assertThat(loaded.svmOptions()).isEqualTo(SVM);
        assertThat(loaded.getFeaturesCol()).isEqualTo("pixels");
        assertThat(loaded.getDecisionCol()).isEqualTo("value");
        assertThat(loaded.getPredictionCol()).isEqualTo("prediction");
    }

    @Test
    void anAutoencoderKeepsItsParameters() throws IOException {
        Autoencoder autoencoder = new Autoencoder()
                .setOptions(AUTOENCODER)
                .setFeaturesCol("pixels")
                .setEmbeddingCol("place");
        autoencoder.save(path("autoencoder"));

        Autoencoder loaded = Autoencoder.load(path("autoencoder"));

        assertThat(loaded.uid()).isEqualTo(autoencoder.uid());
        assertThat(loaded.autoencoderOptions()).isEqualTo(AUTOENCODER);
        assertThat(loaded.getFeaturesCol()).isEqualTo("pixels");
        assertThat(loaded.getEmbeddingCol()).isEqualTo("place");
    }

    @Test
    void neighboursKeepTheirParameters() throws IOException {
        NearestNeighbours neighbours = new NearestNeighbours()
                .setOptions(new NeighbourOptions(3, 0.2))
                .setFeaturesCol("pixels")
                .setComplexityCol("busy");
        neighbours.save(path("neighbours"));

        NearestNeighbours loaded = NearestNeighbours.load(path("neighbours"));

        assertThat(loaded.neighbourOptions()).isEqualTo(new NeighbourOptions(3, 0.2));
        assertThat(loaded.getFeaturesCol()).isEqualTo("pixels");
        assertThat(loaded.getComplexityCol()).isEqualTo("busy");
    }

    @ParameterizedTest
    @MethodSource("dev.outsole.detector.Detectors#all")
    void aPipelineIsFittedAgainAfterLoading(Detector detector) throws IOException {
        Pipeline pipeline = detector.pipeline(OPTIONS);
        pipeline.save(path("pipeline"));

        Pipeline loaded = Pipeline.load(path("pipeline"));

        assertSameRows(
                loaded.fit(IMAGES).transform(IMAGES), pipeline.fit(IMAGES).transform(IMAGES));
    }

    @ParameterizedTest
    @MethodSource("dev.outsole.detector.Detectors#all")
    void aPipelineModelGivesTheSameScoresAfterLoading(Detector detector) throws IOException {
        PipelineModel model = detector.pipeline(OPTIONS).fit(IMAGES);
        model.save(path("a model"));

        PipelineModel loaded = PipelineModel.load(path("a model"));

        assertSameRows(loaded.transform(IMAGES), model.transform(IMAGES));
        assertThat(model.transform(IMAGES).columns()).contains("decision_value", "prediction");
    }

    /** Loading runs no Java deserialization, since there is nothing serialized: arrays of numbers, JSON, Hadoop's checksums, empty markers. */
    @ParameterizedTest
    @MethodSource("dev.outsole.detector.Detectors#all")
    void aSavedModelHoldsNumbersAndJsonAlone(Detector detector) throws IOException {
        detector.pipeline(OPTIONS).fit(IMAGES).save(path("model"));

        List<Path> files = files(temporary.resolve("model"));
        assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(kind(file)).isNotEqualTo("unknown"));
        assertThat(files.stream().map(PersistenceTest::kind)).contains("numbers", "JSON");
    }

    @Test
    void aSavedModelIsNotOverwrittenUnasked() throws IOException {
        OneClassSvmModel model = new OneClassSvm().setFeaturesCol("pixels").fit(IMAGES);
        model.save(path("model"));

        assertThatThrownBy(() -> model.save(path("model"))).isInstanceOf(IOException.class);
        model.write().overwrite().save(path("model"));
        assertThat(OneClassSvmModel.load(path("model")).uid()).isEqualTo(model.uid());
    }

    @Test
    void aModelOfAnotherKindIsNotLoaded() throws IOException {
        new OneClassSvm().setFeaturesCol("pixels").fit(IMAGES).save(path("svm"));

        assertThatThrownBy(() -> AutoencoderModel.load(path("svm")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OneClassSvmModel");
    }

    private String path(String name) {
        return temporary.resolve(name).toString();
    }

    private static void assertSameRows(Dataset<Row> actual, Dataset<Row> expected) {
        assertThat(numbers(actual)).isEqualTo(numbers(expected)).hasSize(50);
    }

    private static List<Row> numbers(Dataset<Row> scored) {
        return scored.drop("pixels").orderBy("index").collectAsList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String kind(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = file.getFileName().toString();
        if (name.endsWith(".crc") && startsWith(bytes, "crc")) {
            return "checksum";
        }
        if (name.equals("_SUCCESS") && bytes.length == 0) {
            return "marker";
        }
        if (name.equals("numbers.safetensors")) {
            return new String(bytes, 8, 17, UTF_8).equals("{\"__metadata__\":{") ? "numbers" : "unknown";
        }
        boolean text = name.startsWith("part-") && (startsWith(bytes, "{\"class\":") || bytes.length == 0);
        return text ? "JSON" : "unknown";
    }

    private static boolean startsWith(byte[] bytes, String magic) {
        byte[] wanted = magic.getBytes(UTF_8);
        return bytes.length >= wanted.length && Arrays.equals(Arrays.copyOf(bytes, wanted.length), wanted);
    }
}
