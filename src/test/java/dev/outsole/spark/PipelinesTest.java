package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.detector.AutoencoderDetector;
import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.detector.Detectors;
import dev.outsole.detector.GaussianDetector;
import dev.outsole.detector.PixelsDetector;
import dev.outsole.detector.ReconstructionDetector;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.result.Score;
import dev.outsole.svm.Gamma;
import dev.outsole.svm.SvmOptions;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelinesTest {
    private static final SvmOptions SVM = new SvmOptions(0.3, new Gamma.Value(2), 1e-4);
    private static final AutoencoderOptions AUTOENCODER = SmallOptions.of(List.of(4), 1, 8, 1, 2, 3);
    private static final DetectorOptions OPTIONS = new DetectorOptions(
            TestImages.SHAPE, SVM, ImageNeighbourOptions.DEFAULT, AUTOENCODER, EpochListener.SILENT);

    @ParameterizedTest
    @MethodSource("dev.outsole.detector.Detectors#all")
    void isFoundByItsKey(Detector detector) {
        assertThat(Detectors.of(detector.key())).hasSameClassAs(detector);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixel", "PIXELS", ""})
    void unknownKeysAreRefusedWithThoseThatThereAre(String key) {
        assertThatThrownBy(() -> Detectors.of(key))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("unknown detector '" + key + "'")
                .hasMessageEndingWith(
                        ": choose among pixels, autoencoder, neighbours, adjusted-neighbours, gaussian, reconstruction");
    }

    @Test
    void pixelsIsTheSvmAlone() {
        PipelineStage[] stages = new PixelsDetector().pipeline(OPTIONS).getStages();

        assertThat(stages).hasSize(1);
        assertThat(((OneClassSvm) stages[0]).svmOptions()).isEqualTo(SVM);
        assertThat(((OneClassSvm) stages[0]).getFeaturesCol()).isEqualTo("pixels");
    }

    @Test
    void autoencoderIsTheSvmOnTheEmbedding() {
        PipelineStage[] stages = new AutoencoderDetector().pipeline(OPTIONS).getStages();

        assertThat(stages).hasSize(2);
        assertThat(((Autoencoder) stages[0]).autoencoderOptions()).isEqualTo(AUTOENCODER);
        assertThat(((Autoencoder) stages[0]).getFeaturesCol()).isEqualTo("pixels");
        assertThat(((OneClassSvm) stages[1]).svmOptions()).isEqualTo(SVM);
        assertThat(((OneClassSvm) stages[1]).getFeaturesCol()).isEqualTo("embedding");
    }

    @Test
    void gaussianIsTheDistanceAlone() {
        PipelineStage[] stages = new GaussianDetector().pipeline(OPTIONS).getStages();

        assertThat(stages).hasSize(1);
        assertThat(((GaussianDistance) stages[0]).getInputCol()).isEqualTo("pixels");
    }

    /** The network's shape is the detector's own; how it is trained is the options'. */
    @Test
    void reconstructionIsTheErrorOfAWiderNetwork() {
        PipelineStage[] stages = new ReconstructionDetector().pipeline(OPTIONS).getStages();

        assertThat(stages).hasSize(2);
        AutoencoderOptions options = ((Autoencoder) stages[0]).autoencoderOptions();
        assertThat(options.latentDim()).isGreaterThan(2);
        assertThat(options.batchSize()).isEqualTo(AUTOENCODER.batchSize());
        assertThat(options.seed()).isEqualTo(AUTOENCODER.seed());
        assertThat(options.workers()).isEqualTo(AUTOENCODER.workers());
        assertThat(options.collapse().maxRestarts())
                .isEqualTo(AUTOENCODER.collapse().maxRestarts());
        assertThat(((Autoencoder) stages[0]).getFeaturesCol()).isEqualTo("pixels");
        assertThat(((ErrorLimit) stages[1]).getInputCol()).isEqualTo("reconstruction_error");
    }

    /** From images to scores, and from scores to the rows that are kept of them. */
    @ParameterizedTest
    @MethodSource("dev.outsole.detector.Detectors#all")
    void scoresAreCollectedAndKept(Detector detector) {
        Dataset<Row> images = TestImages.BINARY
                .rows(20)
                .withColumnRenamed("features", "pixels")
                .withColumn("label", functions.col("index").mod(3));
        Dataset<Row> scored = detector.pipeline(OPTIONS).fit(images).transform(images);

        List<Score> scores = ScoreRows.collect("pixels", scored);
        List<Row> kept = ScoreRows.scores(TestSession.spark(), Map.of(detector.key(), scores))
                .orderBy("index")
                .collectAsList();

        int coordinates = detector instanceof AutoencoderDetector ? 2 : 0;
        assertThat(scores).hasSize(20).allSatisfy(score -> {
            assertThat(score.label()).isEqualTo(score.index() % 3);
            assertThat(score.predictedNormal()).isEqualTo(score.decisionValue() > 0);
            assertThat(score.embedding()).hasSize(coordinates);
        });
        assertThat(kept).hasSize(20).allSatisfy(row -> {
            Score score = scores.get(row.getInt(0));
            assertThat(row.getString(2)).isEqualTo(detector.key());
            assertThat(row.getDouble(3)).isEqualTo(score.decisionValue());
            assertThat(row.getDouble(4)).isEqualTo(score.predictedNormal() ? 1.0 : 0.0);
            assertThat(row.isNullAt(5)).isEqualTo(coordinates == 0);
        });
    }
}
