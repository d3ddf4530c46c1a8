package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GaussianDistanceTest {
    private static final int ROWS = 60;

    @Test
    void everyParameterIsNamedAndDocumented() {
        GaussianDistance stage = new GaussianDistance();

        assertThat(Arrays.stream(stage.params()).map(Param::name))
                .containsExactlyInAnyOrder("featuresCol", "decisionCol", "predictionCol", "contamination");
        assertThat(stage.explainParams()).contains("contamination: ", "default: 0.05");
        assertThatThrownBy(() -> stage.setContamination(1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** z = (3, 1), (−3, −1), (1, 3), (−1, −3): S⁻¹ = |0.225 −0.075| |−0.075 0.225|, limit √4.8: the arithmetic is in GaussianFunctionTest. */
    @Test
    void decisionValuesByHand() {
        Dataset<Row> rows = floats(new float[][] {{13, 21}, {7, 19}, {11, 23}, {9, 17}});

        GaussianDistanceModel model = new GaussianDistance().fit(rows);

        assertThat(values(model.transform(floats(new float[][] {{11, 19}, {16, 22}}))))
                .containsExactly(new double[] {Math.log(4.8 / 0.6) / 2, Math.log(4.8 / 7.2) / 2}, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(TestImages.class)
    void everyFormOfFeaturesGivesTheSameValues(TestImages form) {
        double[] reference = values(
                new GaussianDistance().fit(TestImages.BINARY.rows(ROWS)).transform(TestImages.BINARY.rows(ROWS)));

        GaussianDistanceModel model = new GaussianDistance().fit(form.rows(ROWS));

        assertThat(values(model.transform(form.rows(ROWS)))).containsExactly(reference);
    }

    /** Every fit sums in as many parts, which come in any order. */
    @Test
    void aFitIsTheSameEachTime() {
        Dataset<Row> rows = TestImages.BINARY.rows(ROWS);
        Dataset<Row> parts = rows.repartitionByRange(7, rows.col("index")).sortWithinPartitions("index");
        GaussianDistanceModel model = new GaussianDistance().fit(parts);

        for (int i = 0; i < 4; i++) {
            assertThat(new GaussianDistance().fit(parts).function())
                    .usingRecursiveComparison()
                    .isEqualTo(model.function());
        }
        assertThat(values(new GaussianDistance().fit(rows.coalesce(1)).transform(rows)))
                .containsExactly(values(model.transform(rows)), within(1e-5));
    }

    /**
     * Fifty rows of twenty features, so that each is a good part of its own covariance: with the limit at a tenth of them as they look from
     * within, a third of new rows would be outside.
     */
    @Test
    void aboutAsManyNewRowsAreOutsideAsWereAskedFor() {
        GaussianDistanceModel model =
                new GaussianDistance().setContamination(0.1).fit(floats(gaussians(50, 1)));

        long outside = model.transform(floats(gaussians(2000, 2)))
                .where("prediction = 0")
                .count();

        assertThat(outside / 2000.0).isBetween(0.03, 0.2);
    }

    private static float[][] gaussians(int count, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[count][20];
        for (float[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) (random.nextGaussian() * (j + 1)); // variances that differ: little is shrunk
            }
        }
        return rows;
    }

    @Test
    void predictsNormalAboveZeroAlone() {
        Dataset<Row> rows = TestImages.BINARY.rows(ROWS);

        List<Row> scored = new GaussianDistance()
                .setContamination(0.3)
                .fit(rows)
                .transform(rows)
                .collectAsList();

        assertThat(scored)
                .allSatisfy(row -> assertThat(row.<Double>getAs("prediction"))
                        .isEqualTo(row.<Double>getAs("decision_value") > 0 ? 1.0 : 0.0));
        assertThat(scored.stream().map(row -> row.<Double>getAs("prediction"))).contains(0.0, 1.0);
    }

    @Test
    void namesItsColumnsAsTold() {
        GaussianDistance stage = new GaussianDistance()
                .setFeaturesCol("image")
                .setDecisionCol("value")
                .setPredictionCol("normal");
        Dataset<Row> rows = TestImages.BINARY.rows(ROWS).withColumnRenamed("features", "image");

        assertThat(stage.fit(rows).transform(rows).columns()).containsExactly("index", "image", "value", "normal");
    }

    @Test
    void rowsThatMakeNoCovarianceAreRefused() {
        assertThatThrownBy(() -> new GaussianDistance().fit(TestImages.BINARY.rows(0)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no training rows");
        assertThatThrownBy(() -> new GaussianDistance().fit(TestImages.BINARY.rows(1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("only 1 training row");
        Dataset<Row> uneven = floats(new float[][] {{1, 2}, {1, 2, 3}});
        assertThatThrownBy(() -> new GaussianDistance().fit(uneven.coalesce(1)))
                .hasRootCauseInstanceOf(UserError.class)
                .rootCause()
                .hasMessageContaining("2 and 3 features");
    }

    /** Four images of six pixels. */
    @Test
    void fewerRowsThanFeaturesAreEnough() {
        Dataset<Row> rows = TestImages.BINARY.rows(4);

        assertThat(values(new GaussianDistance().fit(rows).transform(rows)))
                .hasSize(4)
                .doesNotContain(Double.NaN);
    }

    private static Dataset<Row> floats(float[][] rows) {
        StructType schema = new StructType()
                .add("index", DataTypes.IntegerType)
                .add("features", DataTypes.createArrayType(DataTypes.FloatType, false));
        return TestSession.spark()
                .createDataFrame(
                        IntStream.range(0, rows.length)
                                .mapToObj(i -> RowFactory.create(i, rows[i]))
                                .toList(),
                        schema);
    }

    private static double[] values(Dataset<Row> scored) {
        return scored.orderBy("index").select("decision_value").collectAsList().stream()
                .mapToDouble(row -> row.getDouble(0))
                .toArray();
    }
}
