package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisRangeTest {
    @Test
    void coversTheData() {
        assertThat(AxisRange.covering(DoubleStream.of(3, -1, 2))).isEqualTo(new AxisRange(-1, 3));
    }

    @Test
    void makesRoomAroundASingleValue() {
        assertThat(AxisRange.covering(DoubleStream.of(0, 0))).isEqualTo(new AxisRange(-0.5, 0.5));
        assertThat(AxisRange.covering(DoubleStream.of(-8))).isEqualTo(new AxisRange(-12, -4));
        assertThat(AxisRange.covering(DoubleStream.of(1, Math.nextUp(1.0))).length())
                .isGreaterThan(0.9);
    }

    @Test
    void startsAtZero() {
        assertThat(AxisRange.fromZero(DoubleStream.of(0.3, 0.8))).isEqualTo(new AxisRange(0, 0.8));
        assertThat(AxisRange.fromZero(DoubleStream.of(0))).isEqualTo(new AxisRange(0, 1));
    }

    /** A fifth of the length, rounded to 1, 2 or 5 times a power of ten: 0.2, 0.02, 0.01, 5, 0.5, 1. */
    @ParameterizedTest
    @CsvSource({"1, 1", "0.08, 2", "0.0499, 2", "23, 0", "2.5, 1", "4.9, 0"})
    void hasTheDecimalsThatItsTicksNeed(double length, int decimals) {
        assertThat(new AxisRange(0, length).decimals()).isEqualTo(decimals);
    }

    @Test
    void isNeverEmpty() {
        assertThatThrownBy(() -> new AxisRange(1, 1)).hasMessageContaining("1.0");
        assertThatThrownBy(() -> new AxisRange(0, Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> new AxisRange(Double.NaN, 1)).hasMessageContaining("NaN");
    }
}
