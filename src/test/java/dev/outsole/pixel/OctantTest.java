package dev.outsole.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OctantTest {

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 2, 1", "0, 3, 2", "-1, 1, 3", "-1, 0, 4", "-2, -2, 5", "0, -1, 6", "1, -1, 7"})
    void turnsClockwise(float right, float down, float eighths) {
        assertThat(Octant.turn(right, down)).isCloseTo(eighths, within(1e-6f));
    }

    @Test
    void isTheArcTangent() {
        for (int degree = 1; degree < 360; degree++) {
            double angle = Math.toRadians(degree);

            float turn = Octant.turn((float) Math.cos(angle), (float) Math.sin(angle));

            assertThat(turn).isCloseTo(degree / 45f, within(2e-6f));
        }
    }
}
