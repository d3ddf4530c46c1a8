package dev.outsole.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interval, and the verdict on two detectors. */
class StatisticsTest {

    /**
     * A = 0.8, 100 images of each class: Q₁ = 0.8 / 1.2, Q₂ = 1.28 / 1.8, A² = 0.64, so SE² = (0.16 + 99 · 0.0266667 + 99 · 0.0711111) /
     * 10,000 = 0.000984; 1.96 SE = 0.0614817.
     */
    @Test
    void theIntervalIsHanleysAndMcNeils() {
        AucInterval interval = AucInterval.hanleyMcNeil(0.8, 100, 100);

        assertThat(interval.low()).isCloseTo(0.7385183, within(1e-6));
        assertThat(interval.high()).isCloseTo(0.8614817, within(1e-6));
    }

    /** Well inside, nothing but Hanley's and McNeil's is shown. */
    @Test
    void theIntervalChangesOnlyWhereItIsCutOff() {
        assertThat(AucInterval.of(0.8, 100, 100)).isEqualTo(AucInterval.hanleyMcNeil(0.8, 100, 100));
        assertThat(AucInterval.hanleyMcNeil(0.99, 5, 5).high()).isEqualTo(1);
        assertThat(AucInterval.hanleyMcNeil(0.01, 5, 5).low()).isEqualTo(0);
        assertThat(AucInterval.hanleyMcNeil(1, 10, 10)).isEqualTo(new AucInterval(1, 1));
    }

    /** By SciPy's brentq on Newcombe's equation. Ten images of each class ranked without a mistake don't prove that none is ever made. */
    @ParameterizedTest
    @CsvSource({
        "1, 10, 10, 0.800213612881106, 1",
        "1, 1000, 1000, 0.9980755375080649, 1",
        "1, 3, 40, 0.6869523440457341, 1",
        "0, 10, 10, 0, 0.19978638711889396",
        "0.9995, 1000, 1000, 0.9971628119024044, 0.9999118021595176",
        "0.01, 5, 5, 0.00020800096180463958, 0.3705168473125763"
    })
    void nearItsEndsTheIntervalIsNewcombes(double auc, long positives, long negatives, double low, double high) {
        AucInterval interval = AucInterval.of(auc, positives, negatives);

        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }

    /**
     * Twelve images of each class, normal ones 2.9 standard deviations above: the true AUC is Φ(2.9 / √2) = 0.97985. Of 2,000 intervals 95 % should
     * hold it; of Hanley's and McNeil's alone fewer than 75 % do, and one in five has no width.
     */
    @Test
    void fewImagesAreNotTakenForMany() {
        SplittableRandom random = new SplittableRandom(1);
        double truth = new NormalDistribution().cumulativeProbability(2.9 / Math.sqrt(2));
        int held = 0;
        int symmetric = 0;
        for (int trial = 0; trial < 2000; trial++) {
            double auc = drawn(random, 12, 2.9);
            held += holds(AucInterval.of(auc, 12, 12), truth) ? 1 : 0;
            symmetric += holds(AucInterval.hanleyMcNeil(auc, 12, 12), truth) ? 1 : 0;
        }

        assertThat(held).isBetween(1880, 1999);
        assertThat(symmetric).isLessThan(1700);
    }

    private static boolean holds(AucInterval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    private static double drawn(SplittableRandom random, int images, double distance) {
        double[] normal = random.doubles(images)
                .map(new NormalDistribution()::inverseCumulativeProbability)
                .toArray();
        double[] abnormal = random.doubles(images)
                .map(new NormalDistribution(null, -distance, 1)::inverseCumulativeProbability)
                .toArray();
        long right = Arrays.stream(normal)
                .mapToLong(high ->
                        Arrays.stream(abnormal).filter(low -> low < high).count())
                .sum();
        return right / (double) (images * images);
    }

    @Test
    void aDetectorIsBetterIfItIsSignificantlySoInEverySeed() {
        assertThat(verdict(new DeLong(0.1, 0.01), new DeLong(0.2, 0.04))).isEqualTo(Comparison.Verdict.FIRST);
        assertThat(verdict(new DeLong(-0.1, 0.01), new DeLong(-0.2, 0.04))).isEqualTo(Comparison.Verdict.SECOND);
        assertThat(verdict(new DeLong(0.1, 0.01), new DeLong(-0.2, 0.04))).isEqualTo(Comparison.Verdict.UNDECIDED);
        assertThat(verdict(new DeLong(0.1, 0.01), new DeLong(0.2, 0.06))).isEqualTo(Comparison.Verdict.UNDECIDED);
    }

    /**
     * R's p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03, 0.06, 0.06, 0.02: 4 · 0.005, 3 · 0.01, 2 · 0.03, and 0.04, which is raised to the
     * one before it.
     */
    @Test
    void holmCorrectsForTheNumberOfTests() {
        double[] adjusted = Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005});

        assertThat(adjusted).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(Holm.adjusted(new double[] {0.9, 0.8})).containsExactly(1, 1);
        assertThat(Holm.adjusted(new double[0])).isEmpty();
    }

    /** Each detector's pairs are a family; of several seeds the largest p-value counts. 3 · 0.01 and 2 · 0.02 are below 0.05, 0.3 isn't. */
    @Test
    void aVerdictIsCorrectedForAllPairsOfItsDetector() {
        List<Comparison> corrected = Comparison.corrected(List.of(
                Comparison.of("a", "pixels", "Boot", "Clog", List.of(new DeLong(0.1, 0.001), new DeLong(0.1, 0.01))),
                Comparison.of("b", "pixels", "Boot", "Clog", List.of(new DeLong(0.1, 0.04))),
                Comparison.of("a", "pixels", "Boot", "Pump", List.of(new DeLong(-0.1, 0.02))),
                Comparison.of("a", "pixels", "Boot", "Mule", List.of(new DeLong(0.1, 0.3)))));

        assertThat(corrected)
                .extracting(Comparison::verdict)
                .containsExactly(
                        Comparison.Verdict.FIRST,
                        Comparison.Verdict.SECOND,
                        Comparison.Verdict.UNDECIDED,
                        Comparison.Verdict.FIRST);
        assertThat(corrected.get(0).decisivePValue()).isCloseTo(0.03, within(1e-12));
        assertThat(corrected.get(3).decisivePValue()).isEqualTo(0.04);
        assertThat(Comparison.corrected(corrected)).isEqualTo(corrected);
    }

    /** Of 90 pairs with a p-value of 0.04 each, all would be decided alone; none is. */
    @Test
    void whatChanceCanDoIsNoVerdict() {
        List<Comparison> corrected = Comparison.corrected(java.util.stream.IntStream.range(0, 90)
                .mapToObj(i -> Comparison.of("a", "pixels", "n" + i, "x", List.of(new DeLong(0.1, 0.04))))
                .toList());

        assertThat(Comparison.count(corrected, Comparison.Verdict.UNDECIDED)).isEqualTo(90);
        assertThat(Comparison.count(corrected, Comparison.Verdict.FIRST)).isZero();
        assertThat(Comparison.countDecidedAlone(corrected)).isEqualTo(90);
        assertThat(Comparison.expectedByChance(90)).isEqualTo(4.5);
    }

    private static Comparison.Verdict verdict(DeLong... tests) {
        return Comparison.of("autoencoder", "pixels", "Sandal", "Bag", List.of(tests))
                .verdict();
    }
}
