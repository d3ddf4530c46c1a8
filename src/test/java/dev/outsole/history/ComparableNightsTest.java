package dev.outsole.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.history.Finding.Kind;
import dev.outsole.history.Judgement.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which nights are compared: where something was added, changed or accepted, the rest still is. */
class ComparableNightsTest {
    private static final double[][] AUCS = {{0.9, 0.8, 0.7}};
    private static final double[][] CHANGED = {{0.9, 0.8, 0.6}};

    private static NightPairs night(int day, String detector, Map<String, String> settings, double[][] aucs) {
        Night night = Nights.unlike(Nights.night(day), settings, "abc");
        return Nights.of(night, detector, detector.equals("autoencoder"), "r", aucs);
    }

    private static List<NightPairs> nights(int first, int count, String detector, Map<String, String> settings) {
        List<NightPairs> nights = new ArrayList<>();
        for (int day = first; day < first + count; day++) {
            nights.add(night(day, detector, settings, AUCS));
        }
        return nights;
    }

    private static Gate gate(Map<String, String> newDefaults, boolean required, Acceptance... accepted) {
        Map<String, String> defaults = new HashMap<>(Nights.DEFAULTS);
        defaults.putAll(newDefaults);
        return new Gate(
                new GateOptions(14, 3, 1e-5, 0.0175, 0.5, 3.5, 11.5, 6, 2, required),
                new Basis(defaults, (detector, key) -> !detector.equals("pixels") || key.startsWith("svm.")),
                List.of(accepted));
    }

    private static Acceptance accepted(int day, String... detectors) {
        Night night = Nights.night(day);
        return new Acceptance(
                night.date().toString(),
                night.run(),
                List.of(detectors),
                "gamma is new",
                "anna",
                "2026-12-01T08:00:00Z");
    }

    /** The nights before lack it, tonight names it. Set to something else, it is another experiment. */
    @Test
    void aKeyThatIsNewStandsForItsDefaultInNightsBefore() {
        Gate gate = gate(Map.of("svm.shiny", "7"), false);
        List<NightPairs> before = nights(0, 3, "pixels", Map.of("svm.nu", "0.5"));
        NightPairs asPackaged = night(3, "pixels", Map.of("svm.nu", "0.5", "svm.shiny", "7"), CHANGED);
        NightPairs changed = night(3, "pixels", Map.of("svm.nu", "0.5", "svm.shiny", "8"), CHANGED);

        assertThat(Nights.judge(gate, asPackaged, before).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.MEAN_DROP, Kind.CHANGE);
        assertThat(Nights.judge(gate, changed, before).uncompared())
                .containsExactly("pixels was compared with nothing: svm.shiny was 7 on 2026-11-03 and is 8");
    }

    /** One that was taken away is no setting of this version's. */
    @Test
    void aKeyThatIsGoneIsNoDifference() {
        List<NightPairs> before = nights(0, 3, "pixels", Map.of("svm.nu", "0.5", "svm.dull", "1"));

        assertThat(Nights.judge(night(3, "pixels", Map.of("svm.nu", "0.5"), AUCS), before)
                        .uncompared())
                .isEmpty();
    }

    @Test
    void numbersAreEqualHoweverTheyAreWritten() {
        List<NightPairs> before = nights(0, 3, "pixels", Map.of("svm.nu", "0.50"));

        assertThat(Nights.judge(night(3, "pixels", Map.of("svm.nu", "5e-1"), AUCS), before)
                        .uncompared())
                .isEmpty();
    }

    /** What concerns one detector keeps no other from being compared; what only judges keeps none. */
    @Test
    void aDetectorIsComparedByItsOwnSettings() {
        List<NightPairs> before = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            before.add(both(day, Map.of("autoencoder.epochs", "50", "gate.window", "14"), AUCS));
        }
        Judgement judgement = Nights.judge(
                both(3, Map.of("autoencoder.epochs", "60", "gate.window", "3", "svm.cache-mb", "1"), CHANGED), before);

        assertThat(judgement.uncompared())
                .containsExactly(
                        "autoencoder was compared with nothing: autoencoder.epochs was 50 on 2026-11-03 and is 60");
        assertThat(judgement.findings())
                .hasSize(2)
                .allMatch(finding -> finding.text().startsWith("pixels: "));
    }

    private static NightPairs both(int day, Map<String, String> settings, double[][] aucs) {
        return Nights.together(night(day, "pixels", settings, aucs), night(day, "autoencoder", settings, aucs));
    }

    @Test
    void aDetectorThatIsNewLeavesTheOthersAsTheyWere() {
        List<NightPairs> before = nights(0, 3, "pixels", Map.of("evaluate.detectors", "[pixels]"));
        Judgement judgement =
                Nights.judge(both(3, Map.of("evaluate.detectors", "[pixels, autoencoder]"), AUCS), before);

        assertThat(judgement.status()).isEqualTo(Status.PASSED);
        assertThat(judgement.compared()).isEqualTo(3);
        assertThat(judgement.uncompared())
                .containsExactly("autoencoder was compared with nothing: no night before it has this detector");
    }

    /** Two seeds and four pairs where there were one and three: three figures of eight are compared, and their mean with its like. */
    @Test
    void pairsAndSeedsThatBothNightsHaveAreCompared() {
        List<NightPairs> before = nights(0, 3, "pixels", Map.of("sweep.seeds", "1"));
        NightPairs more = night(
                3, "pixels", Map.of("sweep.seeds", "2"), new double[][] {{0.9, 0.8, 0.7, 0.1}, {0.1, 0.1, 0.1, 0.1}});
        NightPairs worse = night(
                3, "pixels", Map.of("sweep.seeds", "2"), new double[][] {{0.9, 0.8, 0.6, 0.9}, {0.9, 0.9, 0.9, 0.9}});

        Judgement judgement = Nights.judge(more, before);
        assertThat(judgement.status()).isEqualTo(Status.PASSED);
        assertThat(judgement.uncompared())
                .containsExactly(
                        "pixels: 5 of 8 figures were compared with nothing: too few nights before have these pairs and seeds");
        assertThat(Nights.judge(worse, before).findings().get(0).text())
                .startsWith("pixels: mean AUC dropped from 0.8000 to 0.7667");
    }

    /** Where rounding differs as well: 3.5 · 0.0175 · √2 = 0.0866 for the mean of the three that both have. */
    @Test
    void theMeanIsOfWhatBothNightsHave() {
        List<NightPairs> before = nights(0, 3, "autoencoder", Map.of());
        NightPairs good =
                Nights.of(Nights.night(3), "autoencoder", true, "other", new double[][] {{0.9, 0.8, 0.7, 0.1}});
        NightPairs bad =
                Nights.of(Nights.night(3), "autoencoder", true, "other", new double[][] {{0.8, 0.7, 0.6, 0.99}});

        assertThat(Nights.judge(good, before).findings()).isEmpty();
        assertThat(Nights.judge(bad, before).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.MEAN_DROP);
    }

    @Test
    void otherPairsAreNoComparison() {
        List<NightPairs> before = nights(0, 3, "pixels", Map.of());
        NightPairs other = new NightPairs(
                night(3, "pixels", Map.of(), AUCS).night(),
                List.of(new PairAuc(new PairKey("pixels", "Boot", "Clog"), 1, 0.5, List.of())));

        Judgement judgement = Nights.judge(other, before);
        assertThat(judgement.status()).isEqualTo(Status.TOO_LITTLE_HISTORY);
        assertThat(judgement.uncompared())
                .containsExactly("pixels was compared with nothing: no night before it has these pairs and seeds");
    }

    /** A checksum that only one of two versions keeps is no other data. */
    @Test
    void dataAreComparedByWhatBothNightsKnowOfThem() {
        NightPairs tonight = night(3, "pixels", Map.of(), AUCS);
        Night more = new Night(
                tonight.night().date(),
                "run-3",
                "file:/runs/run-3",
                "0.2.0",
                "",
                "",
                Map.of(),
                Map.of("test_images", "abc", "table", "x"),
                Map.of("models", 100.0),
                1,
                List.of("r"),
                tonight.night().means(),
                List.of(),
                Map.of());

        assertThat(Nights.judge(new NightPairs(more, tonight.pairs()), nights(0, 3, "pixels", Map.of())))
                .isEqualTo(new Judgement(Status.PASSED, List.of(), 3, List.of()));
    }

    @Test
    void theFirstNightHasNothingBeforeIt() {
        assertThat(Nights.judge(night(0, "pixels", Map.of(), AUCS), List.of()).uncompared())
                .containsExactly("pixels was compared with nothing: there are no nights before it");
    }

    /** Three nights make a history: on the fourth, a detector that is compared with nothing must say why. */
    @Test
    void aComparisonCanBeRequired() {
        Gate gate = gate(Map.of(), true);
        List<NightPairs> before = nights(0, 3, "pixels", Map.of("svm.nu", "0.5"));
        Map<String, String> changed = Map.of("svm.nu", "0.1");

        assertThat(Nights.judge(gate, night(2, "pixels", changed, AUCS), before.subList(0, 2))
                        .status())
                .isEqualTo(Status.TOO_LITTLE_HISTORY);
        Judgement judgement = Nights.judge(gate, night(3, "pixels", changed, AUCS), before);
        assertThat(judgement.status()).isEqualTo(Status.REGRESSION);
        assertThat(judgement.findings())
                .containsExactly(new Finding(
                        Kind.UNCOMPARED,
                        1,
                        "pixels was compared with nothing, and outsole.gate.require-comparison is on"));
        assertThat(Nights.judge(gate, night(3, "pixels", Map.of("svm.nu", "0.5"), AUCS), before)
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(Nights.judge(gate(Map.of(), false), night(3, "pixels", changed, AUCS), before)
                        .status())
                .isEqualTo(Status.TOO_LITTLE_HISTORY);
    }

    /** A new baseline may build itself up as the history did. */
    @Test
    void anAcceptedChangeNeedsNoComparisonAtFirst() {
        Map<String, String> changed = Map.of("svm.nu", "0.1");
        List<NightPairs> before = nights(0, 4, "pixels", Map.of("svm.nu", "0.5"));
        Gate gate = gate(Map.of(), true, accepted(3, "pixels"));

        assertThat(Nights.judge(gate, night(4, "pixels", changed, AUCS), before).status())
                .isEqualTo(Status.TOO_LITTLE_HISTORY);
        assertThat(Nights.judge(gate, night(6, "pixels", changed, AUCS), nights(0, 6, "pixels", Map.of()))
                        .status())
                .isEqualTo(Status.REGRESSION);
    }

    /** Five nights as they were, a sixth that has changed: once accepted, it alone is what the seventh is compared with. */
    @Test
    void anAcceptedNightIsTheBaseline() {
        List<NightPairs> before = nights(0, 5, "pixels", Map.of());
        before.add(night(5, "pixels", Map.of(), CHANGED));
        NightPairs asAccepted = night(6, "pixels", Map.of(), CHANGED);
        NightPairs asBefore = night(6, "pixels", Map.of(), AUCS);
        Gate gate = gate(Map.of(), false, accepted(5, "pixels"));

        assertThat(Nights.judge(gate(Map.of(), false), asAccepted, before).isRegression())
                .isTrue();
        assertThat(Nights.judge(gate, asAccepted, before))
                .isEqualTo(new Judgement(Status.PASSED, List.of(), 1, List.of()));
        assertThat(Nights.judge(gate, asBefore, before).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.CHANGE, Kind.MEAN_RISE);
        assertThat(Nights.judge(gate, night(5, "pixels", Map.of(), CHANGED), before.subList(0, 5))
                        .isRegression())
                .isTrue();
    }

    @Test
    void theLastBaselineOfADetectorCounts() {
        List<NightPairs> before = nights(0, 6, "pixels", Map.of());
        Gate gate = gate(Map.of(), false, accepted(4, "pixels"), accepted(2, "pixels"), accepted(5, "autoencoder"));

        assertThat(gate.windows(night(6, "pixels", Map.of(), AUCS).night(), facts(before)))
                .containsOnlyKeys("pixels")
                .containsEntry("pixels", facts(before).subList(4, 6));
    }

    /** It was said of figures that are not there any more. */
    @Test
    void whatWasSaidOfANightThatWasReplacedIsVoid() {
        List<NightPairs> before = nights(0, 5, "pixels", Map.of());
        Acceptance old = new Acceptance("2026-11-05", "another-run", List.of("pixels"), "why", "anna", "now");

        assertThat(gate(Map.of(), false, old)
                        .windows(night(5, "pixels", Map.of(), AUCS).night(), facts(before)))
                .containsEntry("pixels", facts(before));
    }

    private static List<Night> facts(List<NightPairs> nights) {
        return nights.stream().map(NightPairs::night).toList();
    }

    @Test
    void anAcceptanceSaysWhy() {
        assertThat(new Acceptance("2026-11-05", "run", List.of("pixels", "gaussian"), " new\n gamma ", "anna", "today")
                        .text())
                .isEqualTo("pixels, gaussian: new baseline from 2026-11-05 on: new gamma (anna, today)");
        assertThatThrownBy(() -> new Acceptance("2026-11-05", "run", List.of("pixels"), " ", "anna", "today"))
                .isInstanceOf(UserError.class)
                .hasMessage("--why is empty: say what was changed, and why");
    }

    /** Other pairs would take another time. */
    @Test
    void runningTimeIsComparedWithThatOfTheSameWork() {
        List<NightPairs> before = nights(0, 3, "pixels", Map.of("sweep.seeds", "1"));
        NightPairs slow = night(3, "pixels", Map.of("sweep.seeds", "1"), AUCS);
        NightPairs larger = night(3, "pixels", Map.of("sweep.seeds", "9"), AUCS);

        assertThat(Nights.judge(new NightPairs(Nights.seconds(slow.night(), 900), slow.pairs()), before)
                        .findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.RUNTIME);
        assertThat(Nights.judge(new NightPairs(Nights.seconds(larger.night(), 900), larger.pairs()), before)
                        .findings())
                .isEmpty();
    }
}
