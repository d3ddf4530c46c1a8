package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {
    private static final SvmOptions SVM = new SvmOptions(0.3, new Gamma.Value(2), 1e-4);
    private static final AutoencoderOptions AUTOENCODER = SmallOptions.of(List.of(4), 1, 8, 1, 2, 3);

    @ParameterizedTest
    @EnumSource(Detector.class)
    void isFoundByItsKey(Detector detector) {
        assertThat(Detector.of(detector.key())).isSameAs(detector);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixel", "PIXELS", ""})
    void unknownKeysAreRefusedWithThoseThatThereAre(String key) {
        assertThatThrownBy(() -> Detector.of(key))
                .isInstanceOf(UserError.class)
                .hasMessage("unknown detector '" + key + "': choose among pixels, autoencoder");
    }

    @Test
    void pixelsIsTheSvmAlone() {
        PipelineStage[] stages =
                Detector.PIXELS.pipeline(SVM, AUTOENCODER, EpochListener.SILENT).getStages();

        assertThat(stages).hasSize(1);
        assertThat(((OneClassSvm) stages[0]).svmOptions()).isEqualTo(SVM);
        assertThat(((OneClassSvm) stages[0]).getFeaturesCol()).isEqualTo("pixels");
    }

    @Test
    void autoencoderIsTheSvmOnTheEmbedding() {
        PipelineStage[] stages = Detector.AUTOENCODER
                .pipeline(SVM, AUTOENCODER, EpochListener.SILENT)
                .getStages();

        assertThat(stages).hasSize(2);
        assertThat(((Autoencoder) stages[0]).autoencoderOptions()).isEqualTo(AUTOENCODER);
        assertThat(((Autoencoder) stages[0]).getFeaturesCol()).isEqualTo("pixels");
        assertThat(((OneClassSvm) stages[1]).svmOptions()).isEqualTo(SVM);
        assertThat(((OneClassSvm) stages[1]).getFeaturesCol()).isEqualTo("embedding");
    }

    /** From images to scores, and from scores to the rows that are kept of them. */
    @ParameterizedTest
    @EnumSource(Detector.class)
    void scoresAreCollectedAndKept(Detector detector) {
        Dataset<Row> images = TestImages.BINARY
                .rows(20)
                .withColumnRenamed("features", "pixels")
                .withColumn("label", functions.col("index").mod(3));
        Dataset<Row> scored = detector.pipeline(SVM, AUTOENCODER, EpochListener.SILENT)
                .fit(images)
                .transform(images);

        List<Score> scores = ScoreRows.collect(scored);
        List<Row> kept = ScoreRows.scores(TestSession.spark(), Map.of(detector.key(), scores))
                .orderBy("index")
                .collectAsList();

        int coordinates = detector == Detector.AUTOENCODER ? 2 : 0;
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
