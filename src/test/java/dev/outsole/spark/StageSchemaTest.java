package dev.outsole.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stages and their models ask of columns, before any work is done. */
class StageSchemaTest {
    private static final Autoencoder AUTOENCODER =
            new Autoencoder().setHiddenLayers(4).setEpochs(1).setBatchSize(8);
    private static final OneClassSvmModel SVM_MODEL = new OneClassSvm().fit(TestImages.BINARY.rows(20));
    private static final GaussianDistanceModel GAUSSIAN_MODEL = new GaussianDistance().fit(TestImages.BINARY.rows(20));
    private static final AutoencoderModel AUTOENCODER_MODEL = AUTOENCODER.fit(TestImages.BINARY.rows(20));

    static Stream<PipelineStage> stages() {
        return Stream.of(
                new OneClassSvm(), SVM_MODEL, AUTOENCODER, AUTOENCODER_MODEL, new GaussianDistance(), GAUSSIAN_MODEL);
    }

    static Stream<Transformer> models() {
        return Stream.of(SVM_MODEL, AUTOENCODER_MODEL, GAUSSIAN_MODEL);
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aMissingFeaturesColumnIsNamedWithThoseThatThereAre(PipelineStage stage) {
        StructType schema = new StructType().add("pixels", DataTypes.BinaryType).add("label", DataTypes.IntegerType);

        assertThatThrownBy(() -> stage.transformSchema(schema))
                .isInstanceOf(UserError.class)
                .hasMessage("features column 'features' is missing; the columns are [pixels, label]");
    }

    @ParameterizedTest
    @MethodSource("stages")
    void featuresOfAnotherTypeAreNamed(PipelineStage stage) {
        for (DataType type :
                List.of(DataTypes.StringType, DataTypes.DoubleType, DataTypes.createArrayType(DataTypes.IntegerType))) {
            assertThatThrownBy(() -> stage.transformSchema(new StructType().add("features", type)))
                    .isInstanceOf(UserError.class)
                    .hasMessage("features column 'features' has type " + type.simpleString()
                            + "; it must be binary (pixels), array<float>, array<double> or vector");
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void anOutputColumnThatIsThereAlreadyIsNamed(PipelineStage stage) {
        String output = stage instanceof AutoencoderParams ? "embedding" : "prediction";
        StructType schema =
                new StructType().add("features", DataTypes.BinaryType).add(output, DataTypes.DoubleType);

        assertThatThrownBy(() -> stage.transformSchema(schema))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("output column '" + output + "' exists already");
    }

    @Test
    void outputColumnsMustDiffer() {
        OneClassSvm svm = new OneClassSvm().setDecisionCol("score").setPredictionCol("score");

        assertThatThrownBy(() -> svm.transformSchema(TestImages.BINARY.rows(1).schema()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("output column 'score' exists already");
    }

    @Test
    void aFitChecksItsColumnsFirst() {
        Dataset<Row> rows = TestImages.BINARY.rows(3).withColumnRenamed("features", "pixels");

        assertThatThrownBy(() -> new OneClassSvm().fit(rows)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> AUTOENCODER.fit(rows)).isInstanceOf(UserError.class);
    }

    @Test
    void outputSchemasAreWhatTransformGives() {
        Dataset<Row> rows = TestImages.BINARY.rows(3);

        assertThat(SVM_MODEL.transform(rows).schema()).isEqualTo(SVM_MODEL.transformSchema(rows.schema()));
        assertThat(GAUSSIAN_MODEL.transform(rows).schema()).isEqualTo(GAUSSIAN_MODEL.transformSchema(rows.schema()));
        StructType embedded = AUTOENCODER_MODEL.transform(rows).schema();
        assertThat(embedded).isEqualTo(AUTOENCODER_MODEL.transformSchema(rows.schema()));
        assertThat(((ArrayType) embedded.apply("embedding").dataType()).elementType())
                .isEqualTo(DataTypes.FloatType);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aNullAmongTheFeaturesIsNamed(Transformer model) {
        Dataset<Row> rows = TestImages.BINARY
                .rows(5)
                .withColumn("features", when(col("index").equalTo(3), lit(null)).otherwise(col("features")));

        assertThatThrownBy(() -> model.transform(rows).collectAsList())
                .hasRootCauseInstanceOf(UserError.class)
                .rootCause()
                .hasMessageContaining("features column 'features' is null in row [3, null]");
    }

    @ParameterizedTest
    @MethodSource("models")
    void featuresOfAnotherLengthAreNamed(Transformer model) {
        Dataset<Row> rows = TestImages.BINARY.rows(5).withColumn("features", lit(new byte[] {1, 2, 3}));

        assertThatThrownBy(() -> model.transform(rows).collectAsList())
                .hasRootCauseInstanceOf(UserError.class)
                .rootCause()
                .hasMessageContaining(" 3 ")
                .hasMessageContaining(" 6");
    }
}
