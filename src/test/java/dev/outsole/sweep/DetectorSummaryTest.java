package dev.outsole.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.result.Confusion;
import dev.outsole.result.SvmFit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetectorSummaryTest {

    /** Seed 1: pairs 0.9 and 0.7, mean 0.8; seed 2: 0.6 and 0.8, mean 0.7. Mean 0.75; deviation √(2 · 0.05²) = 0.0707107. */
    @Test
    void meansAreOverPairsAndDeviationsOverSeeds() {
        DetectorSummary summary = DetectorSummary.of("pixels", List.of(result(1, 0.9, 0.7), result(2, 0.6, 0.8)));

        assertThat(summary.models()).isEqualTo(2);
        assertThat(summary.meanAuc()).isCloseTo(0.75, within(1e-12));
        assertThat(summary.standardDeviation()).isCloseTo(0.0707106781, within(1e-9));
        assertThat(summary.meanOneVsRest()).isCloseTo(0.75, within(1e-12));
        assertThat(summary.worstPair()).isEqualTo(new DetectorSummary.WorstPair("Bag", "Coat", 2, 0.6));
    }

    @Test
    void oneSeedHasNoDeviation() {
        assertThat(DetectorSummary.of("pixels", List.of(result(1, 0.9, 0.7))).standardDeviation())
                .isNull();
    }

    private static ModelResult result(long seed, double coat, double dress) {
        return new ModelResult(
                "pixels",
                "Bag",
                seed,
                new SvmFit(1, 1, 1, 2, 2, false),
                null,
                List.of(pair("Coat", coat), pair("Dress", dress)),
                (coat + dress) / 2,
                Map.of());
    }

    private static PairFigures pair(String abnormal, double auc) {
        return new PairFigures(abnormal, auc, 0.5, 0.5, new Confusion(1, 1, 1, 1), new AucInterval(0, 1));
    }
}
