package dev.outsole.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.history.Judgement.Status;
import dev.outsole.history.Trend.DetectorPoint;
import dev.outsole.history.Trend.PairTrend;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendBuilderTest {
    private static final double[][] AUCS = {{0.7, 0.9}};

    private static Trend trend(List<NightPairs> nights) {
        List<JudgedNight> judged = nights.stream()
                .map(night -> new JudgedNight(night.night(), new Judgement(Status.PASSED, List.of(), 0, List.of())))
                .toList();
        return new TrendBuilder(Nights.GATE, judged).build(nights);
    }

    private static List<NightPairs> nights(String lastRounding, double[][] last) {
        List<NightPairs> nights = new ArrayList<>(Nights.same(4, "autoencoder", true, "r", AUCS));
        nights.add(Nights.of(Nights.night(4), "autoencoder", true, lastRounding, last));
        return nights;
    }

    /** Three nights make a history. Mean 0.8; where nights round alike it may be 1e-5 lower or higher. */
    @Test
    void theBandIsTheGates() {
        List<DetectorPoint> points = trend(nights("r", AUCS)).detectors().get(0).points();

        assertThat(points).extracting(point -> point.band().size()).containsExactly(0, 0, 0, 2, 2);
        assertThat(points.get(4).band().get(0)).isCloseTo(0.79999, within(1e-12));
        assertThat(points.get(4).band().get(1)).isCloseTo(0.80001, within(1e-12));
    }

    /** Elsewhere 3.5 · 0.0175 · √2 = 0.086621 lower or higher. */
    @Test
    void itIsWideWhereANightRoundsOtherwise() {
        DetectorPoint last = trend(nights("other", new double[][] {{0.6, 0.9}}))
                .detectors()
                .get(0)
                .points()
                .get(4);

        assertThat(last.auc()).isCloseTo(0.75, within(1e-12));
        assertThat(last.band().get(0)).isCloseTo(0.713379, within(1e-6));
        assertThat(last.band().get(1)).isCloseTo(0.886621, within(1e-6));
    }

    @Test
    void aPairsLineEndsWithTheLastNight() {
        List<PairTrend> pairs =
                trend(nights("r", new double[][] {{0.6, 0.9}, {0.8, 0.9}})).pairs();

        assertThat(pairs).hasSize(2);
        assertThat(pairs.get(0).nights()).containsExactly(0, 1, 2, 3, 4);
        assertThat(pairs.get(0).aucs().get(4)).isCloseTo(0.7, within(1e-12));
    }
}
