package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import dev.outsole.svm.DecisionFunction;
import dev.outsole.svm.Gamma;
import dev.outsole.svm.OneClassSvmTrainer;
import dev.outsole.svm.SolverOptions;
import dev.outsole.svm.SvmOptions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneClassSvmTest {
    private static final int ROWS = 40;

    @Test
    void defaultsAreTheAlgorithms() {
        assertThat(new OneClassSvm().svmOptions()).isEqualTo(SvmOptions.DEFAULT);
    }

    @Test
    void everyParameterIsNamedAndDocumented() {
        OneClassSvm svm = new OneClassSvm();

        assertThat(Arrays.stream(svm.params()).map(Param::name))
                .containsExactlyInAnyOrder(
                        "featuresCol",
                        "decisionCol",
                        "predictionCol",
                        "nu",
                        "gamma",
                        "tol",
                        "shrinking",
                        "cacheMb",
                        "maxRows",
                        "sample",
                        "seed");
        assertThat(Arrays.stream(svm.params()).map(Param::doc))
                .allSatisfy(doc -> assertThat(doc).hasSizeGreaterThan(10));
        assertThat(svm.explainParams()).contains("nu: ", "default: 0.5", "gamma: ", "default: scale", "tol: ");
    }

    @Test
    void optionsAreSetAsOne() {
        SvmOptions options = new SvmOptions(0.25, new Gamma.Value(0.125), 1e-5, new SolverOptions(false, 7, 50), 20, 9);

        assertThat(new OneClassSvm().setOptions(options).svmOptions()).isEqualTo(options);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.1, -1, Double.NaN})
    void refusesANuOutOfRange(double nu) {
        assertThatThrownBy(() -> new OneClassSvm().setNu(nu))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nu");
    }

    @Test
    void refusesOtherBadParameters() {
        assertThatThrownBy(() -> new OneClassSvm().setTol(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OneClassSvm().setGamma("wide").fit(TestImages.BINARY.rows(3)))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("gamma = wide");
    }

    /** The stage adds nothing to the algorithm: the same rows, on the driver, without Spark, give the same numbers. */
    @Test
    void decisionValuesAreTheAlgorithms() {
        float[][] rows = IntStream.range(0, ROWS).mapToObj(TestImages::floats).toArray(float[][]::new);
        DecisionFunction expected = OneClassSvmTrainer.fit(rows, SvmOptions.DEFAULT);

        OneClassSvmModel model = new OneClassSvm().fit(TestImages.BINARY.rows(ROWS));

        assertThat(model.decisionFunction().rho()).isEqualTo(expected.rho());
        assertThat(values(model.transform(TestImages.BINARY.rows(ROWS + 10))))
                .startsWith(expected.values(rows))
                .hasSize(ROWS + 10);
    }

    @ParameterizedTest
    @EnumSource(TestImages.class)
    void everyFormOfFeaturesGivesTheSameValues(TestImages form) {
        double[] reference =
                values(new OneClassSvm().fit(TestImages.BINARY.rows(ROWS)).transform(TestImages.BINARY.rows(ROWS)));

        OneClassSvmModel model = new OneClassSvm().fit(form.rows(ROWS));

        assertThat(values(model.transform(form.rows(ROWS)))).containsExactly(reference);
    }

    @Test
    void predictsNormalAboveZeroAlone() {
        Dataset<Row> scored =
                new OneClassSvm().fit(TestImages.BINARY.rows(ROWS)).transform(TestImages.BINARY.rows(200));

        List<Row> rows = scored.select("decision_value", "prediction").collectAsList();
        assertThat(rows).allSatisfy(row -> assertThat(row.getDouble(1)).isEqualTo(row.getDouble(0) > 0 ? 1.0 : 0.0));
        assertThat(rows.stream().map(row -> row.getDouble(1))).contains(0.0, 1.0);
    }

    @Test
    void keepsEveryRowAndColumnInItsPlace() {
        Dataset<Row> rows = TestImages.BINARY.rows(700).repartition(3);

        Dataset<Row> scored =
                new OneClassSvm().fit(TestImages.BINARY.rows(ROWS)).transform(rows);

        assertThat(scored.columns()).containsExactly("index", "features", "decision_value", "prediction");
        assertThat(scored.collectAsList())
                .hasSize(700)
                .allSatisfy(
                        row -> assertThat(row.<byte[]>getAs("features")).isEqualTo(TestImages.pixels(row.getInt(0))));
    }

    @Test
    void namesItsColumnsAsTold() {
        OneClassSvm svm = new OneClassSvm()
                .setFeaturesCol("image")
                .setDecisionCol("value")
                .setPredictionCol("normal");
        Dataset<Row> rows = TestImages.BINARY.rows(ROWS).withColumnRenamed("features", "image");

        assertThat(svm.fit(rows).transform(rows).columns()).containsExactly("index", "image", "value", "normal");
    }

    /** As Spark's cross validation calls it. */
    @Test
    void aFitMayBeGivenOtherParameters() {
        OneClassSvm svm = new OneClassSvm();

        OneClassSvmModel model = svm.fit(
                TestImages.BINARY.rows(ROWS), new ParamMap().put(svm.nu().w(0.1)));

        assertThat(model.getNu()).isEqualTo(0.1);
        assertThat(svm.getNu()).isEqualTo(0.5);
        assertThat(model.decisionFunction().rho())
                .isEqualTo(new OneClassSvm()
                        .setNu(0.1)
                        .fit(TestImages.BINARY.rows(ROWS))
                        .decisionFunction()
                        .rho());
    }

    /** Σα = ν n: 0.5 · 40 = 20. */
    @Test
    void coefficientsSumToNuTimesRows() {
        DecisionFunction function =
                new OneClassSvm().fit(TestImages.FLOATS.rows(ROWS)).decisionFunction();

        assertThat(IntStream.range(0, function.supportVectorCount())
                        .mapToDouble(function::coefficient)
                        .sum())
                .isCloseTo(20, within(1e-6));
    }

    @Test
    void tooFewRowsAreRefused() {
        assertThatThrownBy(() -> new OneClassSvm().fit(TestImages.BINARY.rows(1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("1 training rows");
    }

    @Test
    void moreRowsThanAllowedAreRefused() {
        assertThatThrownBy(() -> new OneClassSvm().setMaxRows(30).fit(TestImages.BINARY.rows(ROWS)))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("40 training rows", "svm.max-rows = 30", "--svm-sample");
    }

    @Test
    void aSampleIsTheSameHoweverRowsArePartitioned() {
        OneClassSvm svm = new OneClassSvm().setSample(15).setMaxRows(15).setSeed(3);
        Dataset<Row> rows = TestImages.BINARY.rows(ROWS).coalesce(1);

        OneClassSvmModel one = svm.fit(rows);
        OneClassSvmModel three =
                svm.fit(rows.repartitionByRange(3, rows.col("index")).sortWithinPartitions("index"));

        assertThat(one.summary()).contains(new OneClassSvmSummary(15, ROWS));
        assertThat(three.decisionFunction().rho())
                .isEqualTo(one.decisionFunction().rho());
        assertThat(new OneClassSvm().fit(rows).summary()).contains(new OneClassSvmSummary(ROWS, ROWS));
    }

    private static double[] values(Dataset<Row> scored) {
        return scored.orderBy("index").select("decision_value").collectAsList().stream()
                .mapToDouble(row -> row.getDouble(0))
                .toArray();
    }
}
