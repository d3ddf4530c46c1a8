package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.config.ExtraKey;
import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.history.Acceptance;
import dev.outsole.history.DetectorMean;
import dev.outsole.history.Finding;
import dev.outsole.history.Judgement;
import dev.outsole.history.Night;
import dev.outsole.history.NightPairs;
import dev.outsole.history.PairAuc;
import dev.outsole.history.PairKey;
import dev.outsole.image.FashionMnist;
import dev.outsole.spark.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that version 0.1.0 has stored, and a night of today's version after them, with the real settings and detectors. */
class NightJudgeTest {
    private static final Map<String, ?> AS_BEFORE = Map.of(
            "autoencoder.epochs", 1, "sweep.normal", List.of("sandal", "bag"), "sweep.abnormal", List.of("sneaker"));

    @TempDir
    Path folder;

    private HistoryStore history;

    @BeforeEach
    void copyTheNights() throws IOException {
        Files.createDirectories(folder.resolve("nights"));
        for (String date : List.of("2026-11-21", "2026-11-22", "2026-11-23")) {
            try (var night = NightJudgeTest.class.getResourceAsStream("history-0.1.0/" + date + ".parquet")) {
                Files.copy(night, folder.resolve("nights/" + date + ".parquet"));
            }
        }
        history = HistoryStore.open(TestSession.spark(), new org.apache.hadoop.fs.Path(folder.toUri()));
    }

    private NightPairs last() throws IOException {
        Night night = history.nights().get(2).night();
        return history.withPairs(List.of(night)).get(0);
    }

    /** The last night once more under another date, made with these settings; pixels' figures moved by so much. */
    private NightPairs tonight(Settings settings, double change) throws IOException {
        NightPairs last = last();
        Night night = last.night();
        List<DetectorMean> means = night.means().stream()
                .map(mean -> new DetectorMean(
                        mean.detector(),
                        mean.seed(),
                        mean.pairs(),
                        mean.auc() + (mean.detector().equals("pixels") ? change : 0),
                        mean.trained()))
                .toList();
        return new NightPairs(
                new Night(
                        LocalDate.of(2026, 11, 24),
                        "tonight",
                        "file:/runs/tonight",
                        "0.2.0",
                        night.start(),
                        "another hash",
                        settings.asText(),
                        night.dataSha256(),
                        night.seconds(),
                        1,
                        night.arithmetic(),
                        means,
                        List.of(),
                        Map.of()),
                last.pairs().stream()
                        .map(pair -> new PairAuc(
                                pair.pair(),
                                pair.seed(),
                                pair.auc() + (pair.pair().detector().equals("pixels") ? change : 0),
                                List.of("stage of tonight")))
                        .toList());
    }

    private Judgement judge(Settings settings, NightPairs tonight) throws IOException {
        return new NightJudge(settings.nightly(), history, history.nights())
                .judge(tonight)
                .night()
                .judgement();
    }

    private static Settings settings(Map<String, ?> overrides) {
        Map<String, Object> all = new TreeMap<>(AS_BEFORE);
        all.putAll(overrides);
        return named(Settings.load(Optional.empty(), overrides(all)));
    }

    /** As a night has them on record: with the names that its data have. */
    private static Settings named(Settings settings) {
        return settings.withClasses(FashionMnist.CLASSES, List.of());
    }

    private static Overrides overrides(Map<String, ?> values) {
        Overrides overrides = new Overrides();
        values.forEach((key, value) -> overrides.set(key, "--" + key, value));
        return overrides;
    }

    /** Scikit-learn's AUC for sandals against sneakers is 0.50924. */
    @Test
    void nightsOfTheFirstVersionAreRead() throws IOException {
        assertThat(history.nights())
                .hasSize(3)
                .allMatch(night -> night.judgement().uncompared().isEmpty());
        assertThat(last().pairs())
                .hasSize(4)
                .anyMatch(pair -> pair.pair().equals(new PairKey("pixels", "Sandal", "Sneaker"))
                        && Math.abs(pair.auc() - 0.50924) < 1e-5);
        assertThat(last().night().settings()).containsEntry("autoencoder.epochs", "1");
    }

    @Test
    void theyAreComparedWith() throws IOException {
        Settings settings = settings(Map.of());

        assertThat(judge(settings, tonight(settings, 0)))
                .isEqualTo(new Judgement(Judgement.Status.PASSED, List.of(), 3, List.of()));
        assertThat(judge(settings, tonight(settings, -0.001)).findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.MEAN_DROP, Finding.Kind.CHANGE);
    }

    /** The text of the settings with a line more, as the next version may have it. */
    @Test
    void aKeyThatIsAddedToTheDefaultsLeavesAllDetectorsComparable() throws IOException {
        for (String line :
                List.of("outsole.svm.shiny = 7", "outsole.shiny.new = [1, 2]", "outsole.autoencoder.x = true")) {
            Settings settings = named(ExtraKey.load(line, overrides(AS_BEFORE)));

            assertThat(settings.asText()).hasSize(settings(Map.of()).asText().size() + 1);
            assertThat(judge(settings, tonight(settings, 0)))
                    .isEqualTo(new Judgement(Judgement.Status.PASSED, List.of(), 3, List.of()));
        }
    }

    /** Set by a user it concerns the detectors that go by it. */
    @Test
    void aKeyThatIsAddedAndSetConcernsItsOwnDetectors() throws IOException {
        Map<String, Object> set = new TreeMap<>(AS_BEFORE);
        set.put("autoencoder.shiny", 8);
        Settings settings = named(ExtraKey.load("outsole.autoencoder.shiny = 7", overrides(set)));

        assertThat(judge(settings, tonight(settings, 0)).uncompared())
                .containsExactly(
                        "autoencoder was compared with nothing: autoencoder.shiny was 7 on 2026-11-23 and is 8");
    }

    @Test
    void aDetectorThatIsAddedLeavesTheOthersComparable() throws IOException {
        Settings settings = settings(Map.of("evaluate.detectors", List.of("pixels", "autoencoder", "gaussian")));
        NightPairs tonight = tonight(settings, 0.001);
        List<PairAuc> pairs = new ArrayList<>(tonight.pairs());
        pairs.add(new PairAuc(new PairKey("gaussian", "Sandal", "Sneaker"), 1, 0.8, List.of()));
        List<DetectorMean> means = new ArrayList<>(tonight.night().means());
        means.add(new DetectorMean("gaussian", 1, 1, 0.8, false));

        Judgement judgement = judge(settings, new NightPairs(withMeans(tonight.night(), means), pairs));
        assertThat(judgement.compared()).isEqualTo(3);
        assertThat(judgement.uncompared())
                .containsExactly("gaussian was compared with nothing: no night before it has this detector");
        assertThat(judgement.findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.CHANGE, Finding.Kind.MEAN_RISE);
    }

    private static Night withMeans(Night night, List<DetectorMean> means) {
        return new Night(
                night.date(),
                night.run(),
                night.directory(),
                night.version(),
                night.start(),
                night.settingsHash(),
                night.settings(),
                night.dataSha256(),
                night.seconds(),
                night.hosts(),
                night.arithmetic(),
                means,
                night.collapsed(),
                night.failed());
    }

    /** What others are told by, kept by, trained by or scored with is no matter. */
    @Test
    void settingsOfOtherCommandsChangeNothing() throws IOException {
        Settings settings = settings(Map.of(
                "train.calibration-fraction", 0.2,
                "score.false-alarm-rate", 0.01,
                "neighbours.k", 9,
                "svm.cache-mb", 64,
                "gate.window", 5,
                "nightly.retain", 3));

        assertThat(judge(settings, tonight(settings, 0)).uncompared()).isEmpty();
    }

    private Acceptance accept(String date, String... detectors) throws IOException {
        return new AcceptJob(
                        folder.toString(),
                        new AcceptRequest(LocalDate.parse(date), List.of(detectors), "sneakers were relabelled"))
                .accept(history);
    }

    @Test
    void anAcceptedNightIsKeptInTheHistoryAndShown() throws IOException {
        Acceptance acceptance = accept("2026-11-23", "pixels");
        Settings settings = settings(Map.of());
        NightJudge.Judged judged =
                new NightJudge(settings.nightly(), history, history.nights()).judge(tonight(settings, 0));

        assertThat(history.acceptances().all()).containsExactly(acceptance);
        assertThat(acceptance.detectors()).containsExactly("pixels");
        assertThat(acceptance.run()).isEqualTo(last().night().run());
        assertThat(judged.night().judgement())
                .isEqualTo(new Judgement(Judgement.Status.PASSED, List.of(), 3, List.of()));
        assertThat(judged.trend().accepted())
                .singleElement()
                .asString()
                .startsWith("pixels: new baseline from 2026-11-23 on: sneakers were relabelled (");
        assertThat(accept("2026-11-22").detectors()).containsExactly("pixels", "autoencoder");
        assertThat(history.acceptances().all())
                .hasSize(2)
                .first()
                .matches(word -> word.date().equals("2026-11-22"));
    }

    @Test
    void whatCannotBeAcceptedIsTheUsersMistake() throws IOException {
        accept("2026-11-23");

        assertThatThrownBy(() -> accept("2026-11-24"))
                .isInstanceOf(UserError.class)
                .hasMessage("the history in " + folder + " has no night of 2026-11-24: its last one is 2026-11-23");
        assertThatThrownBy(() -> accept("2026-11-23", "gaussian"))
                .isInstanceOf(UserError.class)
                .hasMessage("the night of 2026-11-23 has no detector 'gaussian': choose among pixels, autoencoder");
        assertThatThrownBy(() -> accept("2026-11-23", "pixels"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "the night of 2026-11-23 is accepted already: pixels, autoencoder: new baseline");
        assertThat(history.acceptances().all()).hasSize(1);
    }

    /** A folder that is none is not made into one. */
    @Test
    void aHistoryThatIsNoneStaysNone() throws IOException {
        Path none = folder.resolve("none");
        HistoryStore nothing = HistoryStore.open(TestSession.spark(), new org.apache.hadoop.fs.Path(none.toUri()));

        assertThatThrownBy(() -> new AcceptJob(
                                none.toString(), new AcceptRequest(LocalDate.of(2026, 11, 23), List.of(), "why"))
                        .accept(nothing))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("nor any other: name the folder that 'nightly --history' adds to");
        assertThat(none).doesNotExist();
    }
}
