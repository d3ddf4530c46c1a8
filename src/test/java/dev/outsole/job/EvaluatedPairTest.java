package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.image.ImageShape;
import dev.outsole.json.Json;
import dev.outsole.metric.Metric;
import dev.outsole.metric.MetricValues;
import dev.outsole.report.page.ReportData;
import dev.outsole.report.page.ShownImages;
import dev.outsole.result.RunMetrics;
import dev.outsole.result.Score;
import dev.outsole.spark.RankingEvaluator;
import dev.outsole.spark.TestSession;
import dev.outsole.sweep.Comparison;
import dev.outsole.sweep.DetectorSummary;
import dev.outsole.sweep.ModelResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An evaluation of version 0.1.0, sandals against sneakers, whose scores stand here instead of in its directory. */
class EvaluatedPairTest {
    private static final int SANDAL = 5;
    private static final int SNEAKER = 7;

    /** Two sandals of four rank below the better sneaker, one of these below both. */
    private static final Map<String, List<Score>> SCORES = Map.of(
            "pixels", scores(4, 3, 1.5, 0.5, 2, 1),
            "autoencoder", scores(6, 5, 4, 3, 2, 1));

    /** Of four sandals and then two sneakers, stored in the reverse order. */
    private static List<Score> scores(double... values) {
        return IntStream.range(0, values.length)
                .map(i -> values.length - 1 - i)
                .mapToObj(i -> new Score(i, i < 4 ? SANDAL : SNEAKER, values[i], values[i] > 2, List.of()))
                .toList();
    }

    private static EvaluatedPair pair() throws IOException {
        try (InputStream in = Json.class.getResourceAsStream("run-0.1.0/metrics.json")) {
            assertThat(in).isNotNull();
            return new EvaluatedPair(Json.read(in, RunMetrics.class), SCORES);
        }
    }

    private static ReportData report(EvaluatedPair pair) {
        return pair.report(Map.of(), indices -> new ShownImages(new ImageShape(1, 1), new TreeMap<>()));
    }

    @Test
    void isSummedUpAsASweepOfOnePair() throws IOException {
        ReportData report = report(pair());

        assertThat(report.command()).isEqualTo("evaluate");
        assertThat(report.start()).isEqualTo("2026-11-28T13:23:13Z");
        assertThat(report.settings()).containsEntry("svm.nu", "0.5").containsEntry("autoencoder.epochs", "3");
        assertThat(report.summary().pairs()).isEqualTo(1);
        assertThat(report.summary().detectors())
                .extracting(DetectorSummary::detector)
                .containsExactly("autoencoder", "pixels");
        assertThat(report.summary().failed()).isEmpty();
        assertThat(report.summary().seconds()).containsKeys("load", "pixels, fit", "autoencoder, score");
        assertThat(report.models()).hasSize(2);
    }

    /** The images' AUCs are 1 and 5/8: of eight pairs, 4 and 3 are above both, 1.5 above one. */
    @Test
    void comparesItsDetectorsOnTheSameImages() throws IOException {
        List<Comparison> comparisons = report(pair()).summary().comparisons();

        assertThat(comparisons).singleElement().satisfies(comparison -> {
            assertThat(comparison.first()).isEqualTo("autoencoder");
            assertThat(comparison.second()).isEqualTo("pixels");
            assertThat(comparison.difference()).isCloseTo(3.0 / 8, within(1e-12));
        });
    }

    /** What was recorded stays: 0.5092 of 2,000 images. What was not follows from the scores: without a mistake, and with one in two. */
    @Test
    void metricsThatItsVersionDidNotHaveFollowFromTheScores() throws IOException {
        EvaluatedPair pair = pair();
        MetricValues before = metrics(report(pair), "pixels");
        ReportData completed = report(pair.completedBy(new RankingEvaluator(TestSession.spark())));

        assertThat(before.get(Metric.EQUAL_ERROR_RATE)).isEmpty();
        assertThat(before.auc()).isEqualTo(0.5092359999999999);
        assertThat(metrics(completed, "pixels").auc()).isEqualTo(0.5092359999999999);
        assertThat(metrics(completed, "pixels").get(Metric.EQUAL_ERROR_RATE)).contains(0.5);
        assertThat(metrics(completed, "autoencoder").get(Metric.EQUAL_ERROR_RATE))
                .contains(0.0);
        assertThat(metrics(completed, "autoencoder").areAll()).isTrue();
    }

    private static MetricValues metrics(ReportData report, String detector) {
        return report.results().stream()
                .filter(result -> result.detector().equals(detector))
                .map(ModelResult::pairs)
                .map(pairs -> pairs.get(0).metrics())
                .findFirst()
                .orElseThrow();
    }
}
