package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.history.JudgedNight;
import dev.outsole.history.NightPairs;
import dev.outsole.image.ClassNames;
import dev.outsole.metric.MetricValues;
import dev.outsole.metric.RocCounts;
import dev.outsole.result.Score;
import dev.outsole.spark.DecisionFunctions;
import dev.outsole.spark.RankingEvaluator;
import dev.outsole.spark.TestSession;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night's run directory and the history that version 0.1.0 wrote: their figures are read as they were written. */
class SavedRunOf010Test {
    private static final Path SAVED = Path.of("src/test/resources/dev/outsole/saved/0.1.0");
    private static final String RUN = "20261128T132811Z-sweep";
    private static final ClassNames CLASSES = new ClassNames(List.of("Clog", "Mule", "Pump"));

    @TempDir
    private Path folder;

    private static org.apache.hadoop.fs.Path path(Path path) {
        return new org.apache.hadoop.fs.Path(path.toAbsolutePath().toUri());
    }

    private static SweepStore store() throws IOException {
        return SweepStore.open(TestSession.spark(), path(SAVED.resolve("runs").resolve(RUN)));
    }

    /** The lines of {@code auc.csv}: pair by AUC. */
    private static Map<String, Double> table() throws IOException {
        return Files.readAllLines(SAVED.resolve("runs").resolve(RUN).resolve("auc.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(
                        cell -> String.join("/", cell[0], cell[1], cell[2]), cell -> Double.valueOf(cell[4])));
    }

    @Test
    void figuresAreThoseOfTheTable() throws IOException {
        SweepStore store = store();
        List<ModelResult> results =
                store.models(CLASSES).stream().map(store::result).toList();

        assertThat(results).hasSize(6 * 2);
        assertThat(results.stream()
                        .flatMap(result -> result.pairs().stream()
                                .map(pair -> Map.entry(
                                        String.join("/", result.detector(), result.normal(), pair.abnormal()),
                                        pair.auc())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .isEqualTo(table());
        assertThat(store.summary().detectors()).hasSize(6);
        assertThat(store.manifest().classNames()).isEqualTo(List.of("Clog", "Mule", "Pump"));
    }

    /** An AUC is the share of normal and abnormal images that are in the right order. */
    @Test
    void scoresGiveTheFiguresAgain() throws IOException {
        SweepStore store = store();
        Map<String, Double> expected = table();

        Map<ModelKey, List<Score>> scores = store.scores(store.models(CLASSES));

        assertThat(scores).hasSize(6 * 2);
        scores.forEach((model, images) -> expected.forEach((pair, auc) -> {
            String[] names = pair.split("/");
            if (model.detector().equals(names[0]) && model.normal().name().equals(names[1])) {
                assertThat(auc(values(images, names[1]), values(images, names[2])))
                        .isCloseTo(auc, within(1e-12));
            }
        }));
    }

    /** To the last bit; other metrics came later. */
    @Test
    void scoresGiveTheMetricsOfThatVersionAgain() throws IOException {
        SweepStore store = store();
        RankingEvaluator evaluator = new RankingEvaluator(TestSession.spark());

        store.scores(store.models(CLASSES)).forEach((model, images) -> {
            List<PairFigures> pairs = store.result(model).pairs();
            List<List<Score>> groups =
                    pairs.stream().map(pair -> of(images, model, pair)).toList();
            List<RocCounts> found = evaluator.curves(groups, model.normal().label());
            for (int i = 0; i < pairs.size(); i++) {
                assertThat(pairs.get(i).metrics().values()).hasSize(3);
                assertThat(MetricValues.of(found.get(i)).values())
                        .containsAllEntriesOf(pairs.get(i).metrics().values());
            }
        });
    }

    private static List<Score> of(List<Score> images, ModelKey model, PairFigures pair) {
        List<Integer> labels =
                List.of(model.normal().label(), CLASSES.named(pair.abnormal()).label());
        return images.stream().filter(image -> labels.contains(image.label())).toList();
    }

    private static double auc(double[] normal, double[] abnormal) {
        double right = 0;
        for (double high : normal) {
            for (double low : abnormal) {
                right += high > low ? 1 : high == low ? 0.5 : 0;
            }
        }
        return right / normal.length / abnormal.length;
    }

    private static double[] values(List<Score> images, String name) {
        return images.stream()
                .filter(image -> image.label() == CLASSES.named(name).label())
                .mapToDouble(Score::decisionValue)
                .toArray();
    }

    /** What the page draws the autoencoder's plane by; of the other detectors pixels has one. */
    @Test
    void decisionFunctionsAreThere() throws IOException {
        SweepStore store = store();
        Map<ModelKey, org.apache.hadoop.fs.Path> pipelines =
                store.models(CLASSES).stream().collect(Collectors.toMap(Function.identity(), store::pipeline));

        var functions = new DecisionFunctions(TestSession.spark()).load(pipelines);

        assertThat(functions.keySet().stream().map(ModelKey::path))
                .containsExactlyInAnyOrder(
                        "autoencoder/clog/seed-1",
                        "autoencoder/mule/seed-1",
                        "pixels/clog/seed-1",
                        "pixels/mule/seed-1");
        functions.forEach((model, function) ->
                assertThat(function.dimension()).isEqualTo(model.detector().equals("pixels") ? 20 : 2));
    }

    @Test
    void theHistoryHasTheSameFigures() throws IOException {
        Path nights = Files.createDirectories(folder.resolve("nights"));
        for (String date : List.of("2026-11-26", "2026-11-27")) {
            String name = date + ".parquet";
            Files.copy(SAVED.resolve("history/nights").resolve(name), nights.resolve(name));
        }
        HistoryStore history = HistoryStore.open(TestSession.spark(), path(folder));
        List<JudgedNight> stored = history.nights();

        List<NightPairs> pairs =
                history.withPairs(stored.stream().map(JudgedNight::night).toList());

        assertThat(stored.get(1).night().run()).isEqualTo(RUN);
        assertThat(pairs)
                .hasSize(2)
                .allSatisfy(night -> assertThat(night.pairs().stream()
                                .collect(Collectors.toMap(
                                        pair -> String.join(
                                                "/",
                                                pair.pair().detector(),
                                                pair.pair().normal(),
                                                pair.pair().abnormal()),
                                        pair -> pair.auc())))
                        .isEqualTo(table()));
    }
}
