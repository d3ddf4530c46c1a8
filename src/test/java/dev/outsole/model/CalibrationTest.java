package dev.outsole.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    /** 19 scores 1, 2, …, 19, given in another order. */
    private static final Calibration NINETEEN = new Calibration(
            0.1, IntStream.rangeClosed(1, 19).mapToObj(i -> 20.0 - i).toList());

    /** p = (1 + how many of the 19 are ≤ s) / 20. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.05", "1, 0.1", "1.5, 0.1", "10, 0.55", "19, 1", "100, 1"})
    void pValuesCountTheScoresUpToTheirs(double score, double pValue) {
        assertThat(NINETEEN.pValues().of(score)).isEqualTo(pValue);
    }

    /** Scores 1, 2, 2, 2, 3: four are ≤ 2, so p = 5 / 6; of 1.9 it is 2 / 6. */
    @Test
    void equalScoresAllCount() {
        Calibration.PValues pValues = new Calibration(0.1, List.of(2.0, 3.0, 2.0, 1.0, 2.0)).pValues();

        assertThat(pValues.of(2)).isCloseTo(5 / 6.0, within(1e-15));
        assertThat(pValues.of(1.9)).isCloseTo(2 / 6.0, within(1e-15));
    }

    /** k = ⌊α · 20⌋: 1, 1, 2, 10, 19. */
    @ParameterizedTest
    @CsvSource({"0.05, 1", "0.099, 1", "0.1, 2", "0.5, 10", "0.99, 19"})
    void theThresholdIsTheScoreOfThatRank(double rate, double threshold) {
        assertThat(NINETEEN.threshold(rate)).isEqualTo(threshold);
    }

    /** ⌊0.29 · 100⌋ = 29; in binary arithmetic 0.29 · 100 = 28.999999999999996. */
    @Test
    void theRateIsTakenAsItIsWritten() {
        Calibration ninetyNine = new Calibration(
                0.1, IntStream.rangeClosed(1, 99).mapToObj(i -> (double) i).toList());

        assertThat(ninetyNine.threshold(0.29)).isEqualTo(29);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.25, 0.5, 0.75})
    void belowTheThresholdAreThePValuesUpToTheRate(double rate) {
        double threshold = NINETEEN.threshold(rate);
        for (double score = 0; score < 21; score += 0.5) {
            assertThat(score < threshold).isEqualTo(NINETEEN.pValues().of(score) <= rate);
        }
    }

    /** With n = 18 not even the lowest of all scores has p ≤ 0.05: it has 1 / 19. */
    @Test
    void tooFewScoresAreAnError() {
        Calibration eighteen = new Calibration(
                0.1, IntStream.rangeClosed(1, 18).mapToObj(i -> (double) i).toList());

        assertThatThrownBy(() -> eighteen.threshold(0.05))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("false alarm rate = 0.05", "18", "--calibration-fraction");
    }

    /**
     * Over many draws of n = 37 calibration scores and a fresh one, all exchangeable, the rate of false alarms is k / (n + 1) with
     * k = ⌊0.2 · 38⌋ = 7: 0.18421. Its standard error over 20,000 draws is 0.0027.
     */
    @Test
    void keepsTheFalseAlarmRate() {
        SplittableRandom random = new SplittableRandom(8);
        int draws = 20_000;
        int alarms = 0;
        for (int i = 0; i < draws; i++) {
            Calibration calibration = new Calibration(
                    0.5,
                    IntStream.range(0, 37)
                            .mapToObj(j -> Math.pow(random.nextDouble(), 3))
                            .toList());
            alarms += Math.pow(random.nextDouble(), 3) < calibration.threshold(0.2) ? 1 : 0;
        }

        assertThat((double) alarms / draws).isCloseTo(7 / 38.0, within(4 * 0.0027));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void refusesFractionsThatAreNone(double fraction) {
        assertThatThrownBy(() -> new Calibration(fraction, List.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("calibration fraction = " + fraction);
    }
}
