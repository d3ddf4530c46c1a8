package dev.outsole.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fit refuses, before it starts. */
class TrainingRowsTest {

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(new float[][] {}, "0 training rows; it needs at least two"),
                Arguments.of(new float[][] {{1, 2}}, "1 training rows; it needs at least two"),
                Arguments.of(new float[][] {{}, {}}, "the training rows are empty; each needs at least one feature"),
                Arguments.of(
                        new float[][] {{1, 2}, {3, 4}, {5}},
                        "row 2 has 1 features, row 0 has 2; all rows must have the same length"),
                Arguments.of(
                        new float[][] {{1, 2}, {3, Float.NaN}}, "row 1, column 1 is NaN; all features must be finite"),
                Arguments.of(
                        new float[][] {{1, 2, Float.POSITIVE_INFINITY}, {3, 4, 5}},
                        "row 0, column 2 is Infinity; all features must be finite"),
                Arguments.of(
                        new float[][] {{1}, {2}, {Float.NEGATIVE_INFINITY}},
                        "row 2, column 0 is -Infinity; all features must be finite"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("unusable")
    void unusableRowsAreNamed(float[][] rows, String finding) {
        assertThatThrownBy(() -> OneClassSvmTrainer.fit(rows, SvmOptions.DEFAULT))
                .isInstanceOf(UserError.class)
                .hasMessage("one-class SVM: " + finding);
    }

    @Test
    void twoFiniteRowsAreEnough() {
        assertThat(OneClassSvmTrainer.fit(new float[][] {{0}, {1}}, SvmOptions.DEFAULT)
                        .dimension())
                .isEqualTo(1);
    }
}
