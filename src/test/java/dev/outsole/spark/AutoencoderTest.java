package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.CollapseCheck;
import dev.outsole.autoencoder.TrainedNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutoencoderTest {
    private static final int ROWS = 40;
    private static final AutoencoderOptions SMALL = SmallOptions.of(List.of(5, 4), 2, 8, 1, 2, 3);

    @Test
    void defaultsAreTheAlgorithms() {
        assertThat(new Autoencoder().autoencoderOptions()).isEqualTo(AutoencoderOptions.DEFAULT);
    }

    @Test
    void everyParameterIsNamedAndDocumented() {
        Autoencoder autoencoder = new Autoencoder();

        assertThat(Arrays.stream(autoencoder.params()).map(Param::name))
                .containsExactlyInAnyOrder(
                        "featuresCol",
                        "embeddingCol",
                        "reconstructionErrorCol",
                        "hiddenLayers",
                        "latentDim",
                        "epochs",
                        "batchSize",
                        "learningRate",
                        "workers",
                        "averagingFrequency",
                        "bottleneckBias",
                        "validationFraction",
                        "maxRestarts",
                        "allowCollapsed",
                        "seed");
        assertThat(Arrays.stream(autoencoder.params()).map(Param::doc))
                .allSatisfy(doc -> assertThat(doc).hasSizeGreaterThan(10));
        assertThat(autoencoder.explainParams()).contains("latentDim: ", "default: 2", "epochs: ", "default: 50");
    }

    @Test
    void optionsAreSetAsOne() {
        assertThat(autoencoder().autoencoderOptions()).isEqualTo(SMALL);
    }

    @Test
    void refusesBadParameters() {
        assertThatThrownBy(() -> new Autoencoder().setEpochs(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Autoencoder().setLatentDim(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Autoencoder().setBatchSize(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Autoencoder().setWorkers(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Autoencoder().setAveragingFrequency(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Autoencoder().setLearningRate(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Autoencoder().setHiddenLayers(4, 0).fit(TestImages.BINARY.rows(3)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("hiddenLayers = 0");
    }

    @Test
    void layersFollowTheParametersAndTheFeatures() {
        assertThat(autoencoder().fit(TestImages.BINARY.rows(ROWS)).network().layerSizes())
                .containsExactly(6, 5, 4, 2, 4, 5, 6);
    }

    @ParameterizedTest
    @EnumSource(TestImages.class)
    void everyFormOfFeaturesGivesTheSameEmbedding(TestImages form) {
        float[][] reference =
                embedding(autoencoder().fit(TestImages.BINARY.rows(ROWS)).transform(TestImages.BINARY.rows(ROWS)));

        AutoencoderModel model = autoencoder().fit(form.rows(ROWS));

        assertThat(embedding(model.transform(form.rows(ROWS)))).isDeepEqualTo(reference);
    }

    @Test
    void transformEncodesEveryRowInItsPlace() {
        AutoencoderModel model = autoencoder().fit(TestImages.BINARY.rows(ROWS));
        float[][] images = IntStream.range(0, 600).mapToObj(TestImages::floats).toArray(float[][]::new);

        Dataset<Row> embedded = model.transform(TestImages.BINARY.rows(600).repartition(3));

        assertThat(embedded.columns()).containsExactly("index", "features", "embedding");
        float[][] expected = model.network().encode(images);
        float[][] actual = embedding(embedded);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).containsExactly(expected[i], within(1e-6f));
        }
    }

    @Test
    void theSummaryTellsLossAndDeadUnits() {
        List<Double> heard = new ArrayList<>();

        AutoencoderModel model = autoencoder()
                .setEpochListener((epoch, epochs, loss) -> heard.add(loss))
                .fit(TestImages.BINARY.rows(ROWS));

        AutoencoderSummary summary = model.summary().orElseThrow();
        float[][] images = IntStream.range(0, ROWS).mapToObj(TestImages::floats).toArray(float[][]::new);
        assertThat(summary.loss()).hasSize(2).isEqualTo(heard);
        assertThat(summary.deadUnits())
                .isEqualTo(CollapseCheck.of(model.network().encode(images)).deadUnits());
    }

    /** A unit far below 0 is off, and ReLU's gradient there is 0: it stays dead, and must be counted. */
    @Test
    void deadUnitsAreCounted() {
        AutoencoderModel model =
                autoencoder().setBottleneckBias(-1000).setEpochs(3).fit(TestImages.BINARY.rows(ROWS));

        TrainedNetwork network = model.network();
        float[][] embedding = network.encode(
                IntStream.range(0, ROWS).mapToObj(TestImages::floats).toArray(float[][]::new));
        assertThat(embedding).isDeepEqualTo(new float[ROWS][2]);
        assertThat(model.summary().orElseThrow().deadUnits()).isEqualTo(2);
        assertThat(model.summary().orElseThrow().collapsed()).isTrue();
    }

    @Test
    void sameSeedSameModelAnotherSeedAnother() {
        float[] first =
                autoencoder().fit(TestImages.BINARY.rows(ROWS)).network().parameters();
        float[] again =
                autoencoder().fit(TestImages.BINARY.rows(ROWS)).network().parameters();
        float[] other = autoencoder()
                .setSeed(4)
                .fit(TestImages.BINARY.rows(ROWS))
                .network()
                .parameters();

        assertThat(again).containsExactly(first);
        assertThat(other).isNotEqualTo(first);
    }

    /** As Spark's cross validation calls it. */
    @Test
    void aFitMayBeGivenOtherParameters() {
        Autoencoder autoencoder = autoencoder();

        AutoencoderModel model = autoencoder.fit(
                TestImages.BINARY.rows(ROWS),
                new ParamMap().put(autoencoder.latentDim().w(3)));

        assertThat(model.network().layerSizes()).containsExactly(6, 5, 4, 3, 4, 5, 6);
        assertThat(autoencoder.autoencoderOptions()).isEqualTo(SMALL);
    }

    @Test
    void fewerRowsThanWorkersAreRefused() {
        assertThatThrownBy(() -> autoencoder().setWorkers(2).fit(TestImages.BINARY.rows(1)))
                .isInstanceOf(UserError.class)
                .hasMessage("autoencoder: 1 training rows for 2 workers; each needs at least one");
    }

    @Test
    void rowsOfDifferentLengthsAreRefused() {
        StructType schema = new StructType().add("features", DataTypes.createArrayType(DataTypes.FloatType));
        Dataset<Row> ragged = TestSession.spark()
                .createDataFrame(
                        List.of(RowFactory.create((Object) new Float[] {0.1f, 0.2f, 0.3f}), RowFactory.create((Object)
                                new Float[] {0.1f, 0.2f})),
                        schema);

        assertThatThrownBy(() -> autoencoder().fit(ragged))
                .hasRootCauseInstanceOf(UserError.class)
                .hasRootCauseMessage(
                        "autoencoder: a training row has 2 features, another 3; all must have the same number");
    }

    private static Autoencoder autoencoder() {
        return new Autoencoder().setOptions(SMALL);
    }

    private static float[][] embedding(Dataset<Row> embedded) {
        return embedded.orderBy("index").select("embedding").collectAsList().stream()
                .map(row -> FloatArrays.of(row.getList(0)))
                .toArray(float[][]::new);
    }
}
