package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.detector.DetectorOptions;
import dev.outsole.detector.PixelsDetector;
import dev.outsole.image.ImageShape;
import dev.outsole.model.Calibration;
import dev.outsole.model.ModelManifest;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.svm.Gamma;
import dev.outsole.svm.SvmOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of scored images. */
class ImageScoresTest {
    private static final Dataset<Row> IMAGES = TestImages.BINARY.rows(50).withColumnRenamed("features", "pixels");
    private static final PipelineModel PIXELS = new PixelsDetector()
            .pipeline(new DetectorOptions(
                    TestImages.SHAPE,
                    new SvmOptions(0.3, new Gamma.Value(2), 1e-4),
                    ImageNeighbourOptions.DEFAULT,
                    SmallOptions.of(List.of(4), 1, 8, 1, 2, 3),
                    EpochListener.SILENT))
            .fit(IMAGES);

    @TempDir
    Path folder;

    @Test
    void aModelWithoutCalibrationGoesByItsSign() {
        List<Row> rows = ImageScores.of(model(Calibration.NONE), IMAGES, OptionalDouble.empty())
                .collectAsList();

        assertThat(rows.get(0).schema().fieldNames())
                .containsExactly(
                        "index", "decision_value", "prediction", "p_value", "embedding", "reconstruction_error");
        assertThat(rows).hasSize(50).allSatisfy(row -> {
            assertThat(row.getDouble(2)).isEqualTo(row.getDouble(1) > 0 ? 1 : 0);
            assertThat(row.isNullAt(3)).isTrue();
            assertThat(row.isNullAt(4)).isTrue();
            assertThat(row.isNullAt(5)).isTrue();
        });
    }

    /** One held-out score, in the middle of all: below it p = 1 / 2 and abnormal at a rate of 0.5, above it p = 2 / 2. */
    @Test
    void aCalibratedModelGoesByItsThreshold() {
        List<Double> values = ScoreRows.decisionValues("pixels", PIXELS.transform(IMAGES));
        double middle = values.stream().sorted().toList().get(25);
        Calibration calibration = new Calibration(0.1, List.of(middle));
        Dataset<Row> scores = ImageScores.of(model(calibration), IMAGES, OptionalDouble.of(calibration.threshold(0.5)));

        assertThat(scores.collectAsList()).allSatisfy(row -> {
            assertThat(row.getDouble(2)).isEqualTo(row.getDouble(1) < middle ? 0 : 1);
            assertThat(row.getDouble(3)).isEqualTo(row.getDouble(1) < middle ? 0.5 : 1);
        });
    }

    @Test
    void sumsUpWhatWasWritten() {
        String path = folder.resolve("scores").toString();
        ImageScores.of(model(Calibration.NONE), IMAGES, OptionalDouble.empty())
                .write()
                .parquet(path);
        List<Double> sorted = ScoreRows.decisionValues("pixels", PIXELS.transform(IMAGES)).stream()
                .sorted()
                .toList();

        ImageScores.Figures figures = ImageScores.figures(TestSession.spark(), new org.apache.hadoop.fs.Path(path));

        assertThat(figures.count()).isEqualTo(50);
        assertThat(figures.abnormal())
                .isEqualTo(sorted.stream().filter(value -> value <= 0).count());
        assertThat(figures.quantiles())
                .containsEntry("0.0", sorted.get(0))
                .containsEntry("0.5", sorted.get(24)) // the smallest with at least half of all values up to it
                .containsEntry("1.0", sorted.get(49));
    }

    /** As many scores as images, and not theirs. */
    @Test
    void oneImageLostAndAnotherDoubledIsSeen() {
        ImageSum images = new IncomingImages(IMAGES.withColumn("reason", functions.lit(null)), 50, 0).sum();
        Dataset<Row> scores = ImageScores.of(model(Calibration.NONE), IMAGES, OptionalDouble.empty());
        Dataset<Row> faulty = scores.where("index <> 3").union(scores.where("index = 4"));

        assertThat(summedUp("whole", scores)).isEqualTo(images);
        assertThat(summedUp("faulty", faulty)).isNotEqualTo(images);
        assertThat(summedUp("faulty", faulty).count()).isEqualTo(50);
    }

    private ImageSum summedUp(String name, Dataset<Row> scores) {
        String path = folder.resolve(name).toString();
        scores.write().mode("overwrite").parquet(path);
        return ImageScores.figures(TestSession.spark(), new org.apache.hadoop.fs.Path(path))
                .images();
    }

    private static SavedModel model(Calibration calibration) {
        return new SavedModel(
                ModelManifest.of(
                        "1",
                        "pixels",
                        "Clog",
                        List.of("Clog", "Mule"),
                        new ImageShape(2, 3),
                        3,
                        Map.of(),
                        Map.of(),
                        calibration),
                PIXELS);
    }
}
