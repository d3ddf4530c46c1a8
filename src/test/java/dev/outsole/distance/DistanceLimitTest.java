package dev.outsole.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceLimitTest {
    private static final double[] DISTANCES = {4, 1, 8, 2, 16};

    /** Two of five are outside, 16 and 8: the limit is between 8 and 4, and √2 from either. */
    @Test
    void theLimitIsHalfWayFromThoseInsideToThoseOutside() {
        DistanceLimit limit = DistanceLimit.of(DISTANCES, 0.4);

        assertThat(limit.decisionValue(8)).isCloseTo(-Math.log(2) / 2, within(1e-12));
        assertThat(limit.decisionValue(4)).isCloseTo(Math.log(2) / 2, within(1e-12));
        assertThat(limit.decisionValue(16)).isCloseTo(-1.5 * Math.log(2), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.19, 0", "0.2, 1", "0.59, 2", "0.99, 4"})
    void leavesTheShareOutsideRoundedDown(double contamination, int outside) {
        DistanceLimit limit = DistanceLimit.of(DISTANCES, contamination);

        assertThat(Arrays.stream(DISTANCES).filter(distance -> limit.decisionValue(distance) <= 0))
                .hasSize(outside);
    }

    @Test
    void noDistanceAtAllIsAsNormalAsCanBe() {
        DistanceLimit limit = DistanceLimit.of(DISTANCES, 0.4);

        assertThat(limit.decisionValue(0)).isFinite().isGreaterThan(limit.decisionValue(1e-9));
        assertThat(DistanceLimit.of(new double[3], 0.5).decisionValue(1)).isNegative();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesDistancesThatAreNone(double distance) {
        assertThatThrownBy(() -> DistanceLimit.of(new double[] {1, distance, 2}, 0.5))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("distance of " + distance);
    }

    @Test
    void refusesNoRowsAndSharesThatAreNone() {
        assertThatThrownBy(() -> DistanceLimit.of(new double[0], 0.5))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no training rows");
        assertThatIllegalArgumentException().isThrownBy(() -> DistanceLimit.of(DISTANCES, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new DistanceLimit(Double.NaN));
    }
}
