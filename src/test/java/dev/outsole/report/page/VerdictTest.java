package dev.outsole.report.page;

import static dev.outsole.report.page.Sweeps.aucs;
import static dev.outsole.report.page.Sweeps.comparison;
import static dev.outsole.report.page.Sweeps.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.image.ClassNames;
import dev.outsole.sweep.Comparison;
import dev.outsole.sweep.HopelessPair;
import dev.outsole.sweep.ModelResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final ClassNames CLASSES = new ClassNames(List.of("Boot", "Clog", "Pump"));

    private static VerdictView verdict(int pairs, List<ModelResult> results, List<Comparison> comparisons) {
        return new Verdict(
                        new PairMatrix(CLASSES, results),
                        Sweeps.summary(pairs, results, comparisons, Map.of()),
                        HopelessPair.among(results))
                .view();
    }

    /** Means: (0.9 + 0.8 + 0.55 + 0.7) / 4 = 0.7375 and (0.5 + 0.95 + 0.59 + 0.6) / 4 = 0.66. At best 0.59 is hopeless, 0.7 isn't. */
    @Test
    void saysWhoIsBetterHowOftenAndWhereNobodyIs() {
        List<ModelResult> results = List.of(
                model("pixels", "Boot", aucs("Clog", 0.9, "Pump", 0.8)),
                model("pixels", "Clog", aucs("Boot", 0.55, "Pump", 0.7)),
                model("autoencoder", "Boot", aucs("Clog", 0.5, "Pump", 0.95)),
                model("autoencoder", "Clog", aucs("Boot", 0.59, "Pump", 0.6)));
        VerdictView view = verdict(
                4,
                results,
                List.of(
                        comparison("Boot", "Clog", -0.4, 1e-9),
                        comparison("Boot", "Pump", 0.15, 0.01),
                        comparison("Clog", "Boot", 0.04, 0.2),
                        comparison("Clog", "Pump", -0.1, 0.004)));

        assertThat(view.headline()).isEqualTo("pixels beats autoencoder on 2 of 4 pairs");
        assertThat(view.sentences())
                .containsExactly(
                        "Over 4 pairs, pixels is better than autoencoder: mean AUC 0.7375 against 0.6600.",
                        "By DeLong’s test at 5 %, with Holm’s correction for 4 tests, autoencoder is better on 1 pair, pixels is"
                                + " better on 2 pairs, and 1 pair is undecided. Without the correction 3 pairs would be decided."
                                + " Between two equally good detectors, up to 0.2 of 4 would be decided by chance.",
                        "On 1 pair no detector reaches an AUC of 0.6: Clog vs Boot (0.5900).");
    }

    /** Means 0.95, 0.9 and 0.75: the best is compared with the reference by the tests, with the second by its mean. */
    @Test
    void theBestOfManyIsComparedWithTheReference() {
        VerdictView view = verdict(
                2,
                List.of(
                        model("pixels", "Boot", aucs("Clog", 0.8, "Pump", 0.7)),
                        model("gaussian", "Boot", aucs("Clog", 0.9, "Pump", 0.9)),
                        model("adjusted-neighbours", "Boot", aucs("Clog", 0.98, "Pump", 0.92))),
                List.of(
                        comparison("gaussian", "Boot", "Clog", 0.1, 0.5),
                        comparison("gaussian", "Boot", "Pump", 0.2, 0.5),
                        comparison("adjusted-neighbours", "Boot", "Clog", 0.18, 0.001),
                        comparison("adjusted-neighbours", "Boot", "Pump", 0.22, 0.001)));

        assertThat(view.headline()).isEqualTo("adjusted-neighbours beats pixels on 2 of 2 pairs");
        assertThat(view.sentences())
                .startsWith(
                        "Over 2 pairs, adjusted-neighbours is the best of 3 detectors: mean AUC 0.9500, followed by "
                                + "gaussian with 0.9000; pixels, the reference, reaches 0.7500.",
                        "By DeLong’s test at 5 %, with Holm’s correction for 2 tests, adjusted-neighbours is better on 2 pairs, pixels is"
                                + " better on 0 pairs, and 0 pairs are undecided. Without the correction 2 pairs would be decided."
                                + " Between two equally good detectors, up to 0.1 of 2 would be decided by chance.");
    }

    /** Means 0.9, 0.85 and 0.8. */
    @Test
    void aReferenceThatIsBestIsComparedWithTheNext() {
        VerdictView view = verdict(
                1,
                List.of(
                        model("pixels", "Boot", aucs("Clog", 0.9)),
                        model("autoencoder", "Boot", aucs("Clog", 0.8)),
                        model("reconstruction", "Boot", aucs("Clog", 0.85))),
                List.of(
                        comparison("autoencoder", "Boot", "Clog", -0.1, 0.5),
                        comparison("reconstruction", "Boot", "Clog", -0.05, 0.012)));

        assertThat(view.sentences())
                .containsExactly(
                        "pixels is the best of 3 detectors: AUC 0.9000, followed by reconstruction with 0.8500.",
                        "By DeLong’s test the difference between reconstruction and pixels is significant at 5 % (p = 0.012).");
    }

    @Test
    void oneDetectorIsComparedWithNothing() {
        VerdictView view = verdict(2, List.of(model("autoencoder", "Boot", aucs("Clog", 0.9, "Pump", 0.8))), List.of());

        assertThat(view.headline()).isEqualTo("autoencoder: mean AUC 0.8500");
        assertThat(view.sentences())
                .containsExactly(
                        "Over 2 pairs, autoencoder reaches a mean AUC of 0.8500.",
                        "On every pair at least one detector reaches an AUC of 0.6.");
    }

    @Test
    void anEvaluationSpeaksOfItsOnePair() {
        List<ModelResult> results =
                List.of(model("pixels", "Boot", aucs("Clog", 0.5)), model("autoencoder", "Boot", aucs("Clog", 0.58)));
        VerdictView view = verdict(1, results, List.of(comparison("Boot", "Clog", 0.08, 0.123)));

        assertThat(view.headline()).isEqualTo("Boot against Clog");
        assertThat(view.sentences())
                .containsExactly(
                        "autoencoder is better than pixels: AUC 0.5800 against 0.5000.",
                        "By DeLong’s test the difference is not significant at 5 % (p = 0.123).",
                        "No detector reaches an AUC of 0.6.");
    }

    @Test
    void whenAllFailedThatIsTheVerdict() {
        assertThat(verdict(2, List.of(), List.of()).headline()).isEqualTo("No model was trained");
    }
}
