package dev.outsole.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.detector.AutoencoderDetector;
import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.detector.PixelsDetector;
import dev.outsole.image.ImageShape;
import dev.outsole.json.Json;
import dev.outsole.model.Calibration;
import dev.outsole.model.ManifestFile;
import dev.outsole.model.ModelManifest;
import dev.outsole.model.ScoredImage;
import dev.outsole.model.Scorer;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.svm.Gamma;
import dev.outsole.svm.SvmOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models on disk: whole ones, and those that somebody has been at. */
class SavedModelTest {
    private static final SvmOptions SVM = new SvmOptions(0.3, new Gamma.Value(2), 1e-4);
    private static final AutoencoderOptions AUTOENCODER = SmallOptions.of(List.of(4), 2, 8, 1, 2, 3);
    private static final Calibration CALIBRATION = new Calibration(0.2, List.of(-1.0, 0.0, 0.5, 2.0));
    private static final DetectorOptions OPTIONS = new DetectorOptions(
            TestImages.SHAPE, SVM, ImageNeighbourOptions.DEFAULT, AUTOENCODER, EpochListener.SILENT);
    private static final Dataset<Row> IMAGES = TestImages.BINARY.rows(50).withColumnRenamed("features", "pixels");

    private static PipelineModel fitted;
    private static boolean foreignIsThere;

    @TempDir
    Path temporary;

    private Path model;

    @BeforeAll
    static void fit() {
        fitted = new AutoencoderDetector().pipeline(OPTIONS).fit(IMAGES);
    }

    @BeforeEach
    void save() throws IOException {
        model = save(new AutoencoderDetector(), fitted);
    }

    private Path save(Detector detector, PipelineModel pipeline) throws IOException {
        Path directory = temporary.resolve(detector.key());
        ModelManifest manifest = ModelManifest.of(
                "1",
                detector.key(),
                "Clog",
                List.of("Clog", "Mule"),
                new ImageShape(2, 3),
                3,
                Map.of(),
                Map.of(),
                CALIBRATION);
        SavedModel.save(TestSession.spark(), pipeline, manifest, new org.apache.hadoop.fs.Path(directory.toString()));
        return directory;
    }

    @Test
    void comesBackAsItWas() {
        SavedModel loaded = load();

        assertThat(loaded.manifest().calibration()).isEqualTo(CALIBRATION);
        assertThat(loaded.manifest().files().keySet().stream().filter(name -> name.endsWith("/numbers.safetensors")))
                .hasSize(2);
        assertThat(ScoreRows.decisionValues("pixels", loaded.pipeline().transform(IMAGES)))
                .isEqualTo(ScoreRows.decisionValues("pixels", fitted.transform(IMAGES)));
    }

    @Test
    void isAnOrdinaryPipelineModel() {
        PipelineModel loaded = PipelineModel.load(model.toString());

        assertThat(loaded.transform(IMAGES).columns()).contains("embedding", "decision_value", "prediction");
    }

    /**
     * The same image in Spark's rows and in plain Java, by every detector. A decision value may be the logarithm of a small error of six
     * pixels in single precision, whose last bits depend on how many images are computed at once: 1e-5.
     */
    @ParameterizedTest
    @MethodSource("dev.outsole.detector.Detectors#all")
    void scoresAreTheSameWithoutSpark(Detector detector) throws IOException {
        PipelineModel pipeline = detector instanceof AutoencoderDetector
                ? fitted
                : detector.pipeline(OPTIONS).fit(IMAGES);
        Path directory = detector instanceof AutoencoderDetector ? model : save(detector, pipeline);
        Scorer scorer = Scorer.load(directory);
        List<Row> rows = ImageScores.of(
                        SavedModel.load(TestSession.spark(), directory.toString()), IMAGES, OptionalDouble.empty())
                .collectAsList();

        assertThat(rows).hasSize(50);
        for (Row row : rows) {
            ScoredImage scored = scorer.score(TestImages.pixels(row.getInt(0)));
            assertThat(scored.decisionValue()).isCloseTo(row.getAs("decision_value"), within(1e-5));
            assertThat(scored.pValue().orElseThrow()).isEqualTo(row.<Double>getAs("p_value"));
            assertThat(scored.embedding()).isEqualTo(row.isNullAt(4) ? List.of() : row.<Float>getList(4));
            assertThat(scored.reconstructionError().isPresent()).isEqualTo(!row.isNullAt(5));
            scored.reconstructionError()
                    .ifPresent(error -> assertThat(error).isCloseTo(row.getDouble(5), within(1e-6)));
        }
    }

    @Test
    void anImageOfAnotherLengthIsRefused() {
        Scorer scorer = Scorer.load(model);

        assertThatThrownBy(() -> scorer.score(new byte[7]))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("7 pixels", "2 × 3 = 6");
    }

    @Test
    void aTruncatedFileIsNoticed() throws IOException {
        Path numbers = files(".safetensors").get(0);
        Files.write(numbers, Arrays.copyOf(Files.readAllBytes(numbers), 40));

        assertRefused(numbers.getFileName() + " has changed");
    }

    /** A detector is a name for a pipeline: once fitted, its stages are all that is needed. */
    @Test
    void aModelOutlivesItsDetector() throws IOException {
        rewriteManifest("\"autoencoder\"", "\"tarot\"");

        assertThat(load().manifest().detector()).isEqualTo("tarot");
    }

    /** Spark would load the class that a stage's metadata name, whatever it is. */
    @Test
    void aForeignStageIsNotMade() throws IOException {
        Path metadata = files("part-00000").stream()
                .filter(file ->
                        file.toString().contains("onesvm") || file.toString().contains("/1_"))
                .findFirst()
                .orElseThrow();
        replace(metadata, OneClassSvmModel.class.getName(), Foreign.class.getName());
        rewriteManifest("", "");

        assertRefused(Foreign.class.getName());
        assertThat(foreignIsThere).isFalse();
    }

    /** What a user's own job may do: its files say what Spark runs, so they are loaded by nobody but the user. */
    @Test
    void aStageOfSparksOwnIsNotMade() throws IOException {
        SQLTransformer query = new SQLTransformer().setStatement("SELECT *, 1 + 1 AS two FROM __THIS__");
        PipelineStage[] stages = {query, fitted.stages()[0], fitted.stages()[1]};
        model = save(new PixelsDetector(), new Pipeline().setStages(stages).fit(IMAGES));

        assertRefused(SQLTransformer.class.getName() + ", which is no dev.outsole.spark.PlainStage");
        assertThatThrownBy(() -> Scorer.load(model))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("pixels", "stages/0_sql", "only Spark can apply");
        assertThat(PipelineModel.load(model.toString()).transform(IMAGES).columns())
                .contains("two", "decision_value");
    }

    @Test
    void aStageWhoseJarIsMissingIsNamed() throws IOException {
        Path metadata = files("part-00000").stream()
                .filter(file -> file.toString().contains("/1_"))
                .findFirst()
                .orElseThrow();
        replace(metadata, OneClassSvmModel.class.getName(), "org.example.Missing");
        rewriteManifest("", "");

        assertRefused("org.example.Missing, which the class path doesn't have");
    }

    /** A stage's uid becomes a part of a path. */
    @Test
    void aStageFromElsewhereIsNotMade() throws IOException {
        Path metadata = model.resolve("metadata/part-00000");
        replace(metadata, "\"stageUids\":[\"", "\"stageUids\":[\"../../");
        rewriteManifest("", "");

        assertRefused("has stages named");
    }

    /** Says when its code is run. */
    public static final class Foreign {
        static {
            foreignIsThere = true;
        }

        public static Object read() {
            return new Object();
        }
    }

    private SavedModel load() {
        return SavedModel.load(TestSession.spark(), model.toString());
    }

    private void assertRefused(String finding) {
        assertThatThrownBy(this::load).isInstanceOf(UserError.class).hasMessageContaining(finding);
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(model)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static void replace(Path file, String old, String replacement) {
        try {
            String content = Files.readString(file, UTF_8);
            assertThat(content).contains(old);
            Files.writeString(file, content.replace(old, replacement), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As somebody would who knows how it is made: with the right checksums. */
    private void rewriteManifest(String old, String replacement) throws IOException {
        HadoopModelFiles files =
                new HadoopModelFiles(new org.apache.hadoop.fs.Path(model.toString()), TestSession.hadoop());
        String content = Files.readString(model.resolve(ManifestFile.NAME));
        Files.delete(model.resolve(ManifestFile.NAME));
        Files.delete(model.resolve(ManifestFile.NAME + ".sha256"));
        ModelManifest manifest = Json.read(
                new ByteArrayInputStream(content.replace(old, replacement).getBytes(UTF_8)), ModelManifest.class);
        ManifestFile.write(files, manifest);
    }
}
