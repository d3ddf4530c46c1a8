package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import dev.outsole.neighbour.NeighbourFunction;
import dev.outsole.neighbour.NeighbourOptions;
import dev.outsole.neighbour.NeighbourRows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.BroadcastBlockId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNeighboursTest {
    private static final int ROWS = 40;

    @Test
    void defaultsAreTheAlgorithms() {
        assertThat(new NearestNeighbours().neighbourOptions()).isEqualTo(NeighbourOptions.DEFAULT);
        assertThat(new NearestNeighbours()
                        .setOptions(new NeighbourOptions(3, 0.25))
                        .neighbourOptions())
                .isEqualTo(new NeighbourOptions(3, 0.25));
    }

    @Test
    void everyParameterIsNamedAndDocumented() {
        NearestNeighbours stage = new NearestNeighbours();

        assertThat(Arrays.stream(stage.params()).map(Param::name))
                .containsExactlyInAnyOrder(
                        "featuresCol",
                        "complexityCol",
                        "imageCol",
                        "preparation",
                        "decisionCol",
                        "predictionCol",
                        "k",
                        "contamination");
        assertThat(stage.explainParams()).contains("k: ", "default: 5", "contamination: ", "default: 0.05");
    }

    /** On a line at 0, 1, 3, 7 and 15, with its nearest other 1, 1, 2, 4 and 8 away: two are outside, and the limit is half-way in the logarithm from 4 to 2, √8. */
    @Test
    void decisionValuesByHand() {
        NearestNeighboursModel model =
                new NearestNeighbours().setK(1).setContamination(0.4).fit(line(0, 1, 3, 7, 15));

        // 18 is 3 from 15, and 17 is 2 from it.
        List<Row> scored = model.transform(line(18, 17)).orderBy("index").collectAsList();

        assertThat(scored.get(0).<Double>getAs("decision_value"))
                .isCloseTo(Math.log(8) / 2 - Math.log(3), within(1e-12));
        assertThat(scored.get(1).<Double>getAs("decision_value"))
                .isCloseTo(Math.log(8) / 2 - Math.log(2), within(1e-12));
        assertThat(scored.stream().map(row -> row.<Double>getAs("prediction"))).containsExactly(0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 39})
    void decisionValuesAreThoseOfALoop(int k) {
        double[] own = IntStream.range(0, ROWS).mapToDouble(i -> mean(i, k, i)).toArray();
        // 5 % of 40: two are outside; the limit is half-way in the logarithm.
        double[] sorted = DoubleStream.of(own).sorted().toArray();
        double limit = Math.sqrt(sorted[ROWS - 3] * sorted[ROWS - 2]);

        double[] values = values(
                new NearestNeighbours().setK(k).fit(TestImages.BINARY.rows(ROWS)), TestImages.BINARY.rows(ROWS + 20));

        for (int i = 0; i < ROWS + 20; i++) {
            double expected = Math.log(limit / Math.max(1e-6, mean(i, k, -1)));
            assertThat(values[i]).isCloseTo(expected, within(1e-9));
        }
    }

    /** The line is fitted by the formula for a regression's slope, covariance over variance. */
    @Test
    void complexitiesAreTakenIntoAccount() {
        double[] x =
                IntStream.range(0, ROWS).mapToDouble(i -> Math.log1p(i % 7)).toArray();
        double[] y = IntStream.range(0, ROWS)
                .mapToDouble(i -> Math.log(mean(i, 2, i)))
                .toArray();
        double slope = covariance(x, y) / covariance(x, x);
        Dataset<Row> rows = TestImages.BINARY
                .rows(ROWS)
                .withColumn("busy", functions.col("index").mod(7));

        NearestNeighboursModel model =
                new NearestNeighbours().setK(2).setComplexityCol("busy").fit(rows);

        assertThat(model.neighbourFunction().expected().slope()).isCloseTo(slope, within(1e-9));
        double[] values = values(model, rows.withColumn("busy", functions.lit(3)));
        double[] busier = values(model, rows.withColumn("busy", functions.lit(6L)));
        for (int i = 0; i < ROWS; i++) {
            assertThat(busier[i] - values[i]).isCloseTo(slope * Math.log(7 / 4.0), within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(TestImages.class)
    void everyFormOfFeaturesGivesTheSameValues(TestImages form) {
        double[] reference =
                values(new NearestNeighbours().fit(TestImages.BINARY.rows(ROWS)), TestImages.BINARY.rows(ROWS));

        assertThat(values(new NearestNeighbours().fit(form.rows(ROWS)), form.rows(ROWS)))
                .containsExactly(reference);
    }

    @Test
    void valuesAreTheSameHoweverRowsArePartitioned() {
        Dataset<Row> rows = TestImages.BINARY.rows(3000);
        NearestNeighboursModel model = new NearestNeighbours().fit(rows.coalesce(1));

        double[] one = values(model, rows.coalesce(1));

        assertThat(values(model, rows.repartition(7))).containsExactly(one);
        assertThat(new NearestNeighbours()
                        .fit(rows.repartitionByRange(5, rows.col("index")).sortWithinPartitions("index"))
                        .neighbourFunction()
                        .expected())
                .isEqualTo(model.neighbourFunction().expected());
    }

    /** Six blocks of up to seven rows are searched one after the other; the nearest of all are what counts. */
    @Test
    void manyBlocksGiveTheSameValues() {
        NearestNeighboursModel whole = new NearestNeighbours().fit(TestImages.FLOATS.rows(ROWS));
        NeighbourFunction function = whole.neighbourFunction();
        float[] entries = function.rows().blocks().get(0).entries();
        NeighbourRows pieces = NeighbourRows.of(
                TestImages.WIDTH,
                IntStream.rangeClosed(0, 5)
                        .mapToObj(i -> Arrays.copyOfRange(
                                entries,
                                i * 7 * TestImages.WIDTH,
                                Math.min(entries.length, (i + 1) * 7 * TestImages.WIDTH)))
                        .toList());
        SharedRows shared = new SharedRows(pieces);
        NearestNeighboursModel cut = whole.copyValues(
                new NearestNeighboursModel(
                        "cut", new NeighbourFunction(pieces, function.k(), function.expected()), shared),
                ParamMap.empty());

        assertThat(pieces.blocks()).hasSize(6);
        assertThat(values(cut, TestImages.FLOATS.rows(100)))
                .containsExactly(values(whole, TestImages.FLOATS.rows(100)));
        assertThat(shared.leaveOneOut(TestSession.spark(), 5))
                .isDeepEqualTo(new SharedRows(function.rows()).leaveOneOut(TestSession.spark(), 5));
    }

    /** Equal training rows are 0 apart, and a row equal to them as normal as can be. */
    @Test
    void duplicatesAreFinite() {
        NearestNeighboursModel model = new NearestNeighbours().setK(2).fit(line(4, 4, 4, 4));

        double[] values = values(model, line(4, 5));

        assertThat(values[0]).isFinite().isGreaterThan(values[1]);
        assertThat(values[1]).isFinite().isNegative();
    }

    @Test
    void eachRowNeedsKOthers() {
        assertThatThrownBy(() -> new NearestNeighbours().setK(5).fit(line(1, 2, 3, 4, 5)))
                .isInstanceOf(UserError.class)
                .hasMessage("nearest neighbours: k = 5, but of 5 training rows each has only 4 others; "
                        + "lower k or learn from more");
        assertThatThrownBy(() -> new NearestNeighbours().fit(line()))
                .isInstanceOf(UserError.class)
                .hasMessage("nearest neighbours: there are no training rows");
    }

    @Test
    void refusesBadParameters() {
        assertThatThrownBy(() -> new NearestNeighbours().setK(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NearestNeighbours().setContamination(1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesComplexitiesThatAreNone() {
        NearestNeighbours stage = new NearestNeighbours().setK(1).setComplexityCol("busy");
        Dataset<Row> rows = TestImages.BINARY.rows(9);

        assertThatThrownBy(() -> stage.fit(rows))
                .isInstanceOf(UserError.class)
                .hasMessage("complexity column 'busy' is missing; the columns are [index, features]");
        assertThatThrownBy(() -> stage.fit(rows.withColumn("busy", functions.lit("very"))))
                .isInstanceOf(UserError.class)
                .hasMessage("complexity column 'busy' has type string; it must be a number");
        for (Object bad : new Object[] {-1, Double.NaN}) {
            assertThatThrownBy(() -> stage.fit(rows.withColumn("busy", functions.lit(bad))))
                    .rootCause()
                    .isInstanceOf(UserError.class)
                    .hasMessage("complexity column 'busy' holds " + bad + "; it must hold numbers from 0 on");
        }
    }

    /** As Spark's cross validation calls it. */
    @Test
    void aFitMayBeGivenOtherParameters() {
        NearestNeighbours stage = new NearestNeighbours();

        NearestNeighboursModel model = stage.fit(
                TestImages.BINARY.rows(ROWS), new ParamMap().put(stage.k().w(2)));

        assertThat(model.getK()).isEqualTo(2);
        assertThat(model.neighbourFunction().k()).isEqualTo(2);
        assertThat(stage.getK()).isEqualTo(5);
    }

    @Test
    void namesItsColumnsAsTold() {
        NearestNeighbours stage = new NearestNeighbours()
                .setFeaturesCol("image")
                .setDecisionCol("value")
                .setPredictionCol("normal");
        Dataset<Row> rows = TestImages.BINARY.rows(ROWS).withColumnRenamed("features", "image");

        assertThat(stage.fit(rows).transform(rows).columns()).containsExactly("index", "image", "value", "normal");
    }

    /** What Spark's storage holds of the rows goes when it is told to, and comes back when it is needed. */
    @Test
    void releasedRowsAreGone() throws InterruptedException {
        NearestNeighboursModel model = new NearestNeighbours().fit(TestImages.BINARY.rows(ROWS));
        NearestNeighboursModel copy = model.copy(ParamMap.empty());
        double[] before = values(copy, TestImages.BINARY.rows(60));
        long first = model.shared().blocks(TestSession.spark()).get(0).id();
        assertThat(isStored(first)).isTrue();

        model.release();

        for (int i = 0; i < 100 && isStored(first); i++) {
            Thread.sleep(50);
        }
        assertThat(isStored(first)).isFalse();
        assertThat(values(copy, TestImages.BINARY.rows(60))).containsExactly(before);
        copy.release();
    }

    private static boolean isStored(long broadcast) {
        return SparkEnv.get()
                .blockManager()
                .getStatus(new BroadcastBlockId(broadcast, ""))
                .isDefined();
    }

    private static Dataset<Row> line(double... places) {
        List<Row> rows = IntStream.range(0, places.length)
                .mapToObj(i -> RowFactory.create(i, new double[] {places[i]}))
                .toList();
        StructType schema = new StructType()
                .add("index", DataTypes.IntegerType)
                .add("features", DataTypes.createArrayType(DataTypes.DoubleType));
        return TestSession.spark().createDataFrame(rows, schema);
    }

    /** Mean distance of an image to the k nearest of the first {@link #ROWS}, but for one. */
    private static double mean(int image, int k, int but) {
        return IntStream.range(0, ROWS)
                .filter(i -> i != but)
                .mapToDouble(i -> distance(TestImages.floats(image), TestImages.floats(i)))
                .sorted()
                .limit(k)
                .average()
                .orElseThrow();
    }

    private static double distance(float[] a, float[] b) {
        return Math.sqrt(IntStream.range(0, a.length)
                .mapToDouble(j -> Math.pow((double) a[j] - b[j], 2))
                .sum());
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = DoubleStream.of(x).average().orElseThrow();
        double meanY = DoubleStream.of(y).average().orElseThrow();
        return IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .sum();
    }

    private static double[] values(NearestNeighboursModel model, Dataset<Row> rows) {
        return model.transform(rows).orderBy("index").select("decision_value").collectAsList().stream()
                .mapToDouble(row -> row.getDouble(0))
                .toArray();
    }
}
