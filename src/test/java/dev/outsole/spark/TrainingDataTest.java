package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TrainingDataTest {

    @Test
    void holdsNothingOutByDefault() {
        try (TrainingData data = data(50, 2, 0, 1)) {
            assertThat(data.validation()).isEmpty();
            assertThat(numbers(data.training())).containsExactlyInAnyOrderElementsOf(range(50));
        }
    }

    @Test
    void everyRowIsEitherLearntFromOrHeldOut() {
        try (TrainingData data = data(50, 2, 0.25, 1)) {
            List<Integer> heldOut = numbers(data.validation().orElseThrow());

            assertThat(heldOut).hasSize(12); // 50 · 0.25 = 12.5
            assertThat(Stream.concat(heldOut.stream(), numbers(data.training()).stream()))
                    .containsExactlyInAnyOrderElementsOf(range(50));
            assertThat(heldOut).isNotEqualTo(range(12));
        }
    }

    @Test
    void theSeedDrawsTheRowsHeldOut() {
        assertThat(heldOut(1)).isEqualTo(heldOut(1)).isNotEqualTo(heldOut(2));
    }

    @Test
    void rowsAreDealtOutEvenly() {
        try (TrainingData data = data(11, 3, 0, 1)) {
            List<Integer> sizes = WorkerRows.ofDataSets(data.training().shares())
                    .map(share -> share.length)
                    .collect();

            assertThat(sizes).containsExactlyInAnyOrder(4, 4, 3);
        }
    }

    @Test
    void aSampleIsTheSameEveryTime() {
        try (TrainingData data = data(50, 3, 0, 1)) {
            float[][] sample = data.training().sample(10);

            assertThat(sample.length).isEqualTo(12); // 4 of each worker
            assertThat(data.training().sample(10)).isDeepEqualTo(sample);
        }
    }

    @Test
    void aFractionTooSmallToHoldARowOutIsRefused() {
        assertThatThrownBy(() -> data(50, 1, 0.01, 1))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "outsole.autoencoder.validation-fraction = 0.01 of 50 training rows is none: give a larger fraction, or 0 to hold none out");
    }

    @Test
    void rowsOfDifferentLengthsAreRefused() {
        assertRefused("features", new float[] {0, 1}, new float[] {0, 1, 0});
    }

    @Test
    void entriesThatAreNotFiniteAreRefused() {
        assertRefused("NaN", new float[] {0, 1}, new float[] {0, Float.NaN});
    }

    private static void assertRefused(String finding, float[]... rows) {
        Dataset<Row> dataset = TestSession.spark()
                .createDataFrame(
                        Arrays.stream(rows)
                                .map(row -> RowFactory.create((Object) row))
                                .toList(),
                        new StructType().add("features", DataTypes.createArrayType(DataTypes.FloatType)));

        assertThatThrownBy(() -> TrainingData.of(dataset, "features", 1, 0, 1))
                .rootCause()
                .isInstanceOf(UserError.class)
                .hasMessageContaining(finding);
    }

    private static List<Integer> heldOut(long seed) {
        try (TrainingData data = data(50, 1, 0.2, seed)) {
            return numbers(data.validation().orElseThrow());
        }
    }

    private static TrainingData data(int rows, int workers, double validationFraction, long seed) {
        return TrainingData.of(TestImages.BINARY.rows(rows), "features", workers, validationFraction, seed);
    }

    /** Which images these are: the first pixel tells. */
    private static List<Integer> numbers(TrainingExamples examples) {
        return Arrays.stream(examples.sample((int) examples.count()))
                .map(row -> Math.round(row[0] * 255))
                .toList();
    }

    private static List<Integer> range(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
