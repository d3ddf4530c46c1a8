package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What single stages do with their columns; {@link EveryStageTest} has what all do. */
class StageSchemaTest {
    private static final PixelTransform PIXELS =
            new PixelTransform().setHeight(2).setWidth(3);

    @Test
    void outputColumnsMustDiffer() {
        OneClassSvm svm = new OneClassSvm().setDecisionCol("score").setPredictionCol("score");

        assertThatThrownBy(() -> svm.transformSchema(TestImages.BINARY.rows(1).schema()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("output column 'score' exists already");
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
}
