package dev.outsole.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stages and their models ask of columns, before any work is done. */
class StageSchemaTest {
    private static final Autoencoder AUTOENCODER =
            new Autoencoder().setHiddenLayers(4).setEpochs(1).setBatchSize(8);
    private static final OneClassSvmModel SVM_MODEL = new OneClassSvm().fit(TestImages.BINARY.rows(20));
    private static final GaussianDistanceModel GAUSSIAN_MODEL = new GaussianDistance().fit(TestImages.BINARY.rows(20));
    private static final AutoencoderModel AUTOENCODER_MODEL = AUTOENCODER.fit(TestImages.BINARY.rows(20));

    private static final PixelTransform PIXELS =
            new PixelTransform().setHeight(2).setWidth(3);
    private static final NearestNeighboursModel NEIGHBOURS_MODEL =
            new NearestNeighbours().fit(TestImages.BINARY.rows(20));

    static Stream<PipelineStage> stages() {
        return Stream.of(
                new OneClassSvm(),
                SVM_MODEL,
                AUTOENCODER,
                AUTOENCODER_MODEL,
                PIXELS,
                new NearestNeighbours(),
                NEIGHBOURS_MODEL,
                new GaussianDistance(),
                GAUSSIAN_MODEL);
    }

    static Stream<Transformer> models() {
        return Stream.of(SVM_MODEL, AUTOENCODER_MODEL, PIXELS, NEIGHBOURS_MODEL, GAUSSIAN_MODEL);
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
        String output = output(stage);
        StructType schema =
                new StructType().add("features", DataTypes.BinaryType).add(output, DataTypes.DoubleType);

        assertThatThrownBy(() -> stage.transformSchema(schema))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("output column '" + output + "' exists already");
    }

    private static String output(PipelineStage stage) {
        if (stage instanceof AutoencoderParams) {
            return "embedding";
        }
        return stage instanceof PixelTransformParams ? "prepared" : "prediction";
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
    @ValueSource(strings = {"", "complexity"})
    void thePixelTransformAddsWhatItSays(String complexity) {
        Dataset<Row> rows = TestImages.BINARY.rows(3);
        PixelTransform stage = PIXELS.copy(ParamMap.empty()).setComplexityCol(complexity);

        Dataset<Row> prepared = stage.transform(rows);

        assertThat(prepared.schema()).isEqualTo(stage.transformSchema(rows.schema()));
        assertThat(prepared.columns())
                .startsWith("index", "features", "prepared")
                .hasSize(complexity.isEmpty() ? 3 : 4);
        assertThat(prepared.collectAsList()).allSatisfy(row -> {
            float[] image = TestImages.floats(row.getInt(0));
            assertThat(FloatArrays.of(row.getList(2))).containsExactly(image);
            assertThat(complexity.isEmpty() ? PIXELS.pixelFeatures().complexity(image) : row.getDouble(3))
                    .isCloseTo(variation(image), within(1e-6));
        });
    }

    /** Of 2 × 3 pixels: four pairs side by side, three one below the other. */
    private static double variation(float[] p) {
        double across = Math.abs(p[1] - p[0]) + Math.abs(p[2] - p[1]) + Math.abs(p[4] - p[3]) + Math.abs(p[5] - p[4]);
        return across + Math.abs(p[3] - p[0]) + Math.abs(p[4] - p[1]) + Math.abs(p[5] - p[2]);
    }

    @Test
    void thePixelTransformNeedsAShape() {
        assertThatThrownBy(() -> new PixelTransform().setHeight(2).transform(TestImages.BINARY.rows(3)))
                .isInstanceOf(UserError.class)
                .hasMessage("pixel transform: height and width of the images aren't set");
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
