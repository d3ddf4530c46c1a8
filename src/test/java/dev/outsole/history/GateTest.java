package dev.outsole.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.UserError;
import dev.outsole.history.Finding.Kind;
import dev.outsole.history.Judgement.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Each finding on its own. */
class GateTest {
    private static final double[][] AUCS = {{0.9, 0.8, 0.7}};

    private static NightPairs pixels(int day, double... aucs) {
        return Nights.of(Nights.night(day), "pixels", false, "r" + day, new double[][] {aucs});
    }

    private static List<NightPairs> pixels(int nights) {
        List<NightPairs> before = new ArrayList<>();
        for (int day = 0; day < nights; day++) {
            before.add(pixels(day, AUCS[0]));
        }
        return before;
    }

    private static List<Kind> kinds(Judgement judgement) {
        return judgement.findings().stream().map(Finding::kind).toList();
    }

    @Test
    void sameFiguresPass() {
        Judgement judgement = Nights.judge(pixels(5, AUCS[0]), pixels(5));

        assertThat(judgement).isEqualTo(new Judgement(Status.PASSED, List.of(), 5, List.of()));
    }

    @Test
    void tooLittleHistoryIsSaidAndPasses() {
        assertThat(Nights.judge(pixels(5, 0.1, 0.1, 0.1), pixels(2)))
                .isEqualTo(new Judgement(
                        Status.TOO_LITTLE_HISTORY,
                        List.of(),
                        2,
                        List.of("pixels was compared with nothing: 2 nights before it with the same settings and data,"
                                + " 3 are needed (outsole.gate.minimum-nights)")));
    }

    /** On other machines too; 2e-5 on one of three pairs is 0.67e-5 of the mean. */
    @Test
    void aDeterministicDetectorMayNotChangeByMoreThanTheTolerance() {
        assertThat(Nights.judge(pixels(5, 0.900009, 0.8, 0.7), pixels(5)).status())
                .isEqualTo(Status.PASSED);
        Judgement changed = Nights.judge(pixels(5, 0.90002, 0.8, 0.7), pixels(5));

        assertThat(kinds(changed)).containsExactly(Kind.CHANGE);
        assertThat(changed.findings().get(0).text())
                .contains("pixels: 1 of 3 figures", "class 0 vs class 0, seed 1: 0.900020, not 0.900000");
    }

    @Test
    void aDropIsWorseThanAChange() {
        Judgement judgement = Nights.judge(pixels(5, 0.9, 0.8, 0.4), pixels(5));

        assertThat(kinds(judgement)).containsExactly(Kind.MEAN_DROP, Kind.CHANGE);
        assertThat(judgement.findings().get(0).text()).contains("from 0.8000 to 0.7000");
    }

    /** The median of five nights is not moved by one of them. */
    @Test
    void oneBadNightBeforeDoesNotSpoilTheNext() {
        List<NightPairs> before = pixels(5);
        before.set(4, pixels(4, 0.1, 0.1, 0.1));

        assertThat(Nights.judge(pixels(5, AUCS[0]), before).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void aTrainedDetectorMayNotChangeWhereMachinesRoundAlike() {
        double[][] changed = {{0.9, 0.8, 0.70002}};
        List<NightPairs> before = Nights.same(5, "autoencoder", true, "r", AUCS);

        assertThat(kinds(Nights.judge(Nights.of(Nights.night(5), "autoencoder", true, "r", changed), before)))
                .containsExactly(Kind.CHANGE);
        assertThat(Nights.judge(Nights.of(Nights.night(5), "autoencoder", true, "other", changed), before)
                        .status())
                .isEqualTo(Status.PASSED);
    }

    /** 3.5 · 0.0175 · √2 = 0.0866 is what another rounding may cost the mean of one seed; of two, √2 less: 0.0613. */
    @Test
    void elsewhereTheMeanMayDropAsFarAsAnotherSeedWould() {
        double[][] one = {{0.8, 0.8, 0.8}};
        double[][] two = {{0.8, 0.8, 0.8}, {0.8, 0.8, 0.8}};

        assertThat(afterDrop(one, 0.086)).isEmpty();
        assertThat(afterDrop(one, 0.087)).containsExactly(Kind.MEAN_DROP);
        assertThat(afterDrop(two, 0.061)).isEmpty();
        assertThat(afterDrop(two, 0.062)).containsExactly(Kind.MEAN_DROP);
    }

    private static List<Kind> afterDrop(double[][] aucs, double drop) {
        double[][] dropped = new double[aucs.length][];
        for (int i = 0; i < aucs.length; i++) {
            dropped[i] = new double[] {aucs[i][0] - drop, aucs[i][1] - drop, aucs[i][2] - drop};
        }
        return kinds(Nights.judge(
                Nights.of(Nights.night(5), "autoencoder", true, "other", dropped),
                Nights.same(5, "autoencoder", true, "r", aucs)));
    }

    /** The same way up: nobody knows yet whether it is deserved. */
    @Test
    void aRiseIsAFindingToo() {
        double[][] before = {{0.8, 0.8, 0.8}};
        Judgement exact = Nights.judge(pixels(5, 0.9, 0.8, 0.8), pixels(5));
        Judgement robust = Nights.judge(
                Nights.of(Nights.night(5), "autoencoder", true, "other", new double[][] {{0.9, 0.9, 0.9}}),
                Nights.same(5, "autoencoder", true, "r", before));

        assertThat(kinds(exact)).containsExactly(Kind.CHANGE, Kind.MEAN_RISE);
        assertThat(exact.findings().get(1).text())
                .isEqualTo(
                        "pixels: mean AUC rose from 0.8000 to 0.8333, by 0.0333, where rounding is the same: better, so"
                                + " accept it or explain it");
        assertThat(kinds(robust)).containsExactly(Kind.MEAN_RISE);
        assertThat(kinds(Nights.judge(
                        Nights.of(Nights.night(5), "autoencoder", true, "other", new double[][] {{0.88, 0.88, 0.88}}),
                        Nights.same(5, "autoencoder", true, "r", before))))
                .isEmpty();
        List<NightPairs> low = Nights.same(5, "autoencoder", true, "r", new double[][] {rest(0.029)});
        assertThat(kinds(Nights.judge(
                        Nights.of(Nights.night(5), "autoencoder", true, "o", new double[][] {rest(0.9999)}), low)))
                .containsExactly(Kind.PAIR_RISE);
    }

    /** ln(0.99/0.01) = 4.595; less 11.5 · 0.5 · √2 = 8.132 is −3.537, an AUC of 0.0283. */
    @Test
    void elsewhereAPairMayDropAsFarAsAnotherSeedWould() {
        List<NightPairs> before = Nights.same(5, "autoencoder", true, "r", new double[][] {rest(0.99)});

        assertThat(kinds(Nights.judge(
                        Nights.of(Nights.night(5), "autoencoder", true, "o", new double[][] {rest(0.029)}), before)))
                .isEmpty();
        assertThat(kinds(Nights.judge(
                        Nights.of(Nights.night(5), "autoencoder", true, "o", new double[][] {rest(0.027)}), before)))
                .containsExactly(Kind.PAIR_DROP);
    }

    /**
     * Five seeds alike show no spread: √(2 · 0.5² / (2 + 4 + 4)) = 0.2236 a seed, 6 · 0.2236 · √2 / √5 = 0.8485 in all. From ln(0.9/0.1) = 2.1972 that is
     * 1.3487, an AUC of 0.7939.
     */
    @Test
    void fiveSeedsShowWhatAPairMayDo() {
        double[][] before = {rest(0.9), rest(0.9), rest(0.9), rest(0.9), rest(0.9)};
        List<NightPairs> window = Nights.same(5, "autoencoder", true, "r", before);

        assertThat(kinds(Nights.judge(fiveSeeds(0.7945), window))).isEmpty();
        Judgement judgement = Nights.judge(fiveSeeds(0.7935), window);
        assertThat(kinds(judgement)).containsExactly(Kind.PAIR_DROP);
        assertThat(judgement.findings().get(0).text())
                .isEqualTo(
                        "autoencoder, class 0 vs class 0: AUC dropped from 0.9000 to 0.7935, 6.0 standard deviations");
    }

    private static NightPairs fiveSeeds(double first) {
        double[] night = rest(first);
        return Nights.of(
                Nights.night(5), "autoencoder", true, "other", new double[][] {night, night, night, night, night});
    }

    /** 90 pairs, so that one of them hardly moves the mean. */
    private static double[] rest(double first) {
        double[] aucs = new double[90];
        java.util.Arrays.fill(aucs, 0.9);
        aucs[0] = first;
        return aucs;
    }

    @Test
    void otherSettingsOrDataAreNoComparison() {
        NightPairs tonight = pixels(5, 0.1, 0.1, 0.1);
        NightPairs otherSettings =
                new NightPairs(Nights.unlike(tonight.night(), Map.of("svm.nu", "0.1"), "abc"), tonight.pairs());
        NightPairs otherData =
                new NightPairs(Nights.unlike(tonight.night(), Map.of("svm.nu", "0.5"), "new"), tonight.pairs());

        Judgement unlike = Nights.judge(otherSettings, pixels(5));
        assertThat(unlike.status()).isEqualTo(Status.TOO_LITTLE_HISTORY);
        assertThat(unlike.uncompared())
                .containsExactly("pixels was compared with nothing: svm.nu was 0.5 on 2026-11-05 and is 0.1");
        Judgement judgement = Nights.judge(otherData, pixels(5));
        assertThat(kinds(judgement)).containsExactly(Kind.DATA);
        assertThat(judgement.findings().get(0).text()).contains("2026-11-05", "test_images");
        assertThat(judgement.uncompared())
                .containsExactly(
                        "pixels was compared with nothing: the data of 2026-11-05 had another SHA-256 of test_images");
    }

    @Test
    void theWindowIsTheLastNightsBeforeTheDate() {
        List<Night> nights = pixels(20).stream().map(NightPairs::night).toList();

        assertThat(window(nights.get(17), nights)).hasSize(14).first().isEqualTo(nights.get(3));
        assertThat(window(nights.get(2), nights)).hasSize(2);
    }

    private static List<Night> window(Night tonight, List<Night> nights) {
        return Nights.GATE.windows(tonight, nights).getOrDefault("pixels", List.of());
    }

    @Test
    void aModelThatWasTrainedForAnotherNightIsKnownAgain() {
        List<NightPairs> before = pixels(5);
        List<PairAuc> stale = before.get(2).pairs();
        Judgement judgement = Nights.judge(new NightPairs(pixels(5, AUCS[0]).night(), stale), before);

        assertThat(kinds(judgement)).containsExactly(Kind.STALE);
        assertThat(judgement.findings().get(0).text()).contains("1 model was not trained for this night", "2026-11-03");
    }

    @Test
    void failedAndCollapsedModelsAreFindingsWithoutAnyHistory() {
        NightPairs tonight = pixels(0, AUCS[0]);
        Night troubled = Nights.troubled(tonight.night(), List.of("a/bag/seed-1"), Map.of("a/coat/seed-1", "no luck"));
        Judgement judgement = Nights.judge(new NightPairs(troubled, tonight.pairs()), List.of());

        assertThat(kinds(judgement)).containsExactly(Kind.FAILED, Kind.COLLAPSED);
        assertThat(judgement.findings().get(0).text()).isEqualTo("a/coat/seed-1 failed: no luck");
        assertThat(judgement.isRegression()).isTrue();
    }

    @Test
    void aNightMayTakeTwiceTheMedian() {
        NightPairs tonight = pixels(5, AUCS[0]);

        assertThat(Nights.judge(new NightPairs(Nights.seconds(tonight.night(), 200), tonight.pairs()), pixels(5))
                        .status())
                .isEqualTo(Status.PASSED);
        Judgement slow = Nights.judge(new NightPairs(Nights.seconds(tonight.night(), 201), tonight.pairs()), pixels(5));
        assertThat(kinds(slow)).containsExactly(Kind.RUNTIME);
        assertThat(slow.findings().get(0).text()).isEqualTo("it took 201 s, 2.0 times the median of 100 s");
    }

    @Test
    void impossibleOptionsAreRefused() {
        Assertions.assertThatThrownBy(() -> new GateOptions(2, 3, 1e-5, 1, 1, 1, 1, 1, 2, false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("minimum-nights = 3: give at most the window, 2");
        Assertions.assertThatThrownBy(() -> new GateOptions(14, 3, 0, 1, 1, 1, 1, 1, 2, false))
                .hasMessageContaining("tolerance = 0.0: give a number above 0");
    }
}
