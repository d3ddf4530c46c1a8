package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import dev.outsole.autoencoder.TrainedNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ErrorLimitTest {
    private static final Dataset<Row> ERRORS = errors(4.0, 1.0, 8.0, 2.0, 16.0);

    /** The code is x₁ + x₂; the output (3/4, 1/2) for code 1 and (1/2, 1/2) for code 0, since the sigmoid of ln 3 is 3/4. */
    private static final TrainedNetwork NETWORK =
            new TrainedNetwork(new int[] {2, 1, 2}, new float[] {1, 1, 0, (float) Math.log(3), 0, 0, 0});

    @Test
    void everyParameterIsNamedAndDocumented() {
        ErrorLimit stage = new ErrorLimit();

        assertThat(Arrays.stream(stage.params()).map(Param::name))
                .containsExactlyInAnyOrder("errorCol", "decisionCol", "predictionCol", "contamination");
        assertThat(stage.explainParams()).contains("contamination: ", "default: 0.05");
        assertThatThrownBy(() -> stage.setContamination(-0.1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Two of five are outside, 16 and 8, and the limit is half-way from 8 to 4. */
    @Test
    void leavesItsShareOutside() {
        ErrorLimitModel model = new ErrorLimit().setContamination(0.4).fit(ERRORS);

        List<Row> scored = model.transform(ERRORS).orderBy("index").collectAsList();

        assertThat(scored.stream().map(row -> row.<Double>getAs("prediction")))
                .containsExactly(1.0, 1.0, 0.0, 1.0, 0.0);
        assertThat(scored.get(0).<Double>getAs("decision_value")).isCloseTo(Math.log(2) / 2, within(1e-12));
        assertThat(scored.get(2).<Double>getAs("decision_value")).isCloseTo(-Math.log(2) / 2, within(1e-12));
        assertThat(scored.get(4).<Double>getAs("decision_value")).isCloseTo(-1.5 * Math.log(2), within(1e-12));
    }

    /**
     * Through a network: (1/2, 1/2) comes out as (3/4, 1/2), an error of (1/16 + 0) / 2 = 1/32; (0, 0) as (1/2, 1/2), 1/4; (1, 0) as (3/4,
     * 1/2), (1/16 + 1/4) / 2 = 5/32. One is outside, and the limit half-way from 1/4 to 5/32: √(5/128).
     */
    @Test
    void decisionValuesOfATinyNetworkByHand() {
        Dataset<Row> images = floats(new float[][] {{0.5f, 0.5f}, {0, 0}, {1, 0}});
        AutoencoderModel network =
                new AutoencoderModel("tiny", NETWORK, null).setReconstructionErrorCol("reconstruction_error");
        network.set(network.featuresCol(), "features");
        network.set(network.embeddingCol(), "code");
        Dataset<Row> measured = network.transform(images);

        ErrorLimitModel model = new ErrorLimit().setContamination(0.4).fit(measured);

        List<Row> scored = model.transform(measured).orderBy("index").collectAsList();
        double[] values = scored.stream()
                .mapToDouble(row -> row.<Double>getAs("decision_value"))
                .toArray();
        double limit = Math.log(5 / 128.0) / 2;
        assertThat(values)
                .containsExactly(
                        new double[] {limit + Math.log(32), limit + Math.log(4), limit + Math.log(32 / 5.0)},
                        within(1e-6));
    }

    @Test
    void outputSchemaIsWhatTransformGives() {
        ErrorLimitModel model = new ErrorLimit().fit(ERRORS);

        assertThat(model.transform(ERRORS).schema()).isEqualTo(model.transformSchema(ERRORS.schema()));
        assertThat(model.transform(ERRORS).columns())
                .containsExactly("index", "reconstruction_error", "decision_value", "prediction");
    }

    @Test
    void namesItsColumnsAsTold() {
        ErrorLimit stage =
                new ErrorLimit().setErrorCol("a.b").setDecisionCol("value").setPredictionCol("normal");
        Dataset<Row> rows = ERRORS.withColumnRenamed("reconstruction_error", "a.b");

        assertThat(stage.fit(rows).transform(rows).columns()).containsExactly("index", "a.b", "value", "normal");
    }

    @Test
    void refusesColumnsThatHoldNoErrors() {
        assertThatThrownBy(() -> new ErrorLimit().setErrorCol("loss").fit(ERRORS))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("error column 'loss' is missing; the columns are [index, reconstruction_error]");
        assertThatThrownBy(() -> new ErrorLimit().setErrorCol("index").fit(ERRORS))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has type int; it must be double");
        assertThatThrownBy(() -> new ErrorLimit().setPredictionCol("index").fit(ERRORS))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("output column 'index' exists already");
    }

    @Test
    void refusesValuesThatAreNoErrors() {
        assertThatThrownBy(() -> new ErrorLimit().fit(errors(1.0, -1.0)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds -1.0");
        assertThatThrownBy(() -> new ErrorLimit().fit(ERRORS.where("index < 0")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no training rows");
        Dataset<Row> absent =
                ERRORS.withColumn("reconstruction_error", functions.lit(null).cast(DataTypes.DoubleType));
        assertThatThrownBy(() -> new ErrorLimit().fit(ERRORS).transform(absent).collectAsList())
                .hasRootCauseInstanceOf(UserError.class)
                .rootCause()
                .hasMessageContaining("holds null");
    }

    private static Dataset<Row> errors(Double... errors) {
        StructType schema =
                new StructType().add("index", DataTypes.IntegerType).add("reconstruction_error", DataTypes.DoubleType);
        return TestSession.spark()
                .createDataFrame(
                        IntStream.range(0, errors.length)
                                .mapToObj(i -> RowFactory.create(i, errors[i]))
                                .toList(),
                        schema);
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
}
