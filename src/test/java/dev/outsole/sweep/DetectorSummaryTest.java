package dev.outsole.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.metric.Metric;
import dev.outsole.metric.MetricValues;
import dev.outsole.result.Confusion;
import dev.outsole.result.SvmFit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /**
     * Bag of seed 2 has failed: Bag's mean is 0.8, Coat's (0.5 + 0.6) / 2 = 0.55, so the mean is 0.675, not 1.9 / 3. Seed 2's own mean is that of
     * Coat alone, which says nothing of seeds: no deviation. With seed 3 whole (0.7 and 0.6): seeds 0.65 and 0.65 have one, 0.
     */
    @Test
    void aModelThatFailedDoesNotShiftTheMean() {
        List<ModelResult> results = List.of(normal("Bag", 1, 0.8), normal("Coat", 1, 0.5), normal("Coat", 2, 0.6));
        DetectorSummary summary = DetectorSummary.of("pixels", results);

        assertThat(summary.meanAuc()).isCloseTo(0.675, within(1e-12));
        assertThat(summary.meanOneVsRest()).isCloseTo(0.675, within(1e-12));
        assertThat(summary.standardDeviation()).isNull();
        assertThat(DetectorSummary.of(
                                "pixels",
                                List.of(
                                        normal("Bag", 1, 0.8),
                                        normal("Coat", 1, 0.5),
                                        normal("Coat", 2, 0.6),
                                        normal("Bag", 3, 0.7),
                                        normal("Coat", 3, 0.6)))
                        .standardDeviation())
                .isCloseTo(0, within(1e-12));
    }

    private static ModelResult normal(String normal, long seed, double auc) {
        return new ModelResult(
                "pixels", normal, seed, null, null, List.of(pair("Dress", auc)), auc, Map.of(), null, null);
    }

    @Test
    void oneSeedHasNoDeviation() {
        assertThat(DetectorSummary.of("pixels", List.of(result(1, 0.9, 0.7))).standardDeviation())
                .isNull();
    }

    /** Fits of 2 s and 4 s: 3 s. 1,000 images in 1 s and 1,000 in 4 s: 2,000 in 5 s, not the mean of both rates. */
    @Test
    void speedIsThatOfAllModelsTogether() {
        ModelResult fast = result(1, 0.9, 0.7, Speed.of(Map.of("fit", 2.0, "score", 1.0), 1000));
        ModelResult slow = result(2, 0.6, 0.8, Speed.of(Map.of("fit", 4.0, "score", 4.0), 1000));

        assertThat(slow.speed()).isEqualTo(new Speed(1000, 4, 250));
        assertThat(DetectorSummary.of("pixels", List.of(fast, slow)).speed()).isEqualTo(new Speed(2000, 3, 400));
    }

    @Test
    void speedIsAbsentUnlessEveryModelHasOne() {
        ModelResult known = result(1, 0.9, 0.7, new Speed(1000, 2, 1000));

        assertThat(DetectorSummary.of("pixels", List.of(known, result(2, 0.6, 0.8)))
                        .speed())
                .isNull();
    }

    @Test
    void aSpeedWithoutImagesOrPhasesIsRefused() {
        assertThatThrownBy(() -> Speed.of(Map.of("fit", 1.0, "score", 1.0), 0)).hasMessageContaining("0 images");
        assertThatThrownBy(() -> Speed.of(Map.of("fit", 1.0, "score", 0.0), 5)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> Speed.of(Map.of("fit", 1.0), 5)).hasMessageContaining("no phase score");
    }

    private static ModelResult result(long seed, double coat, double dress) {
        return result(seed, coat, dress, null);
    }

    private static ModelResult result(long seed, double coat, double dress, @Nullable Speed speed) {
        return new ModelResult(
                "pixels",
                "Bag",
                seed,
                new SvmFit(1, 1, 1, 2, 2, false),
                null,
                List.of(pair("Coat", coat), pair("Dress", dress)),
                (coat + dress) / 2,
                Map.of(),
                speed,
                "0.1.0");
    }

    private static PairFigures pair(String abnormal, double auc) {
        return new PairFigures(
                abnormal, new MetricValues(Map.of(Metric.AUC, auc)), new Confusion(1, 1, 1, 1), new AucInterval(0, 1));
    }
}
