package dev.outsole.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.image.FashionMnist;
import dev.outsole.json.Json;
import dev.outsole.metric.Metric;
import dev.outsole.metric.MetricValues;
import dev.outsole.result.Confusion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {

    /** A model with these AUCs against classes of these names, in turn. */
    private static ModelResult result(String detector, String normal, long seed, Object... abnormalsAndAucs) {
        List<PairFigures> pairs = IntStream.range(0, abnormalsAndAucs.length / 2)
                .mapToObj(i -> new PairFigures(
                        (String) abnormalsAndAucs[2 * i],
                        new MetricValues(Map.of(Metric.AUC, (double) abnormalsAndAucs[2 * i + 1])),
                        new Confusion(1, 1, 1, 1),
                        new AucInterval(0, 1)))
                .toList();
        double mean = pairs.stream().mapToDouble(PairFigures::auc).average().orElseThrow();
        return new ModelResult(
                detector, normal, seed, null, null, pairs, mean, Map.of("fit", 2.0), new Speed(1000, 2, 500), "0.1.0");
    }

    private static Comparison comparison(String detector) {
        return Comparison.of(detector, "pixels", "Bag", "Coat", List.of(new DeLong(0.1, 0.01)));
    }

    private static Summary summary(List<ModelResult> results, List<Comparison> comparisons) {
        return new Summary(
                "0.1.0",
                "run",
                90,
                results.stream()
                        .map(result -> DetectorSummary.of(result.detector(), List.of(result)))
                        .toList(),
                null,
                comparisons,
                HopelessPair.among(results),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                FashionMnist.SHA256,
                PublishedFigure.ALL);
    }

    /** Means 0.7, 0.9, 0.8 and 0.8: of the last two the order is kept. */
    @Test
    void theBestDetectorComesFirst() {
        Summary summary = summary(
                List.of(
                        result("pixels", "Bag", 1, "Coat", 0.9, "Dress", 0.5),
                        result("neighbours", "Bag", 1, "Coat", 0.95, "Dress", 0.85),
                        result("gaussian", "Bag", 1, "Coat", 0.8, "Dress", 0.8),
                        result("autoencoder", "Bag", 1, "Coat", 0.8, "Dress", 0.8)),
                List.of(comparison("gaussian"), comparison("neighbours")));

        assertThat(summary.detectors())
                .extracting(DetectorSummary::detector)
                .containsExactly("neighbours", "gaussian", "autoencoder", "pixels");
        assertThat(summary.bestComparisons()).extracting(Comparison::first).containsExactly("neighbours");
    }

    @Test
    void theReferenceIsComparedWithTheBestOfTheOthers() {
        Summary summary = summary(
                List.of(
                        result("pixels", "Bag", 1, "Coat", 0.9),
                        result("gaussian", "Bag", 1, "Coat", 0.8),
                        result("neighbours", "Bag", 1, "Coat", 0.85)),
                List.of(comparison("gaussian"), comparison("neighbours")));

        assertThat(summary.bestComparisons()).extracting(Comparison::first).containsExactly("neighbours");
        assertThat(summary(List.of(result("pixels", "Bag", 1, "Coat", 0.9)), List.of())
                        .bestComparisons())
                .isEmpty();
    }

    /**
     * Bag vs Coat: pixels (0.5 + 0.6) / 2 = 0.55, gaussian (0.64 + 0.54) / 2 = 0.59: hopeless at 0.59. Bag vs Dress: 0.2 and 0.6, which is
     * enough. Coat vs Bag: 0.4 and 0.3: the worst.
     */
    @Test
    void aPairIsHopelessIfTheBestMeanOverSeedsIsBelow() {
        List<HopelessPair> hopeless = HopelessPair.among(List.of(
                result("pixels", "Bag", 1, "Coat", 0.5, "Dress", 0.2),
                result("pixels", "Bag", 2, "Coat", 0.6, "Dress", 0.2),
                result("gaussian", "Bag", 1, "Coat", 0.64, "Dress", 0.6),
                result("gaussian", "Bag", 2, "Coat", 0.54, "Dress", 0.6),
                result("pixels", "Coat", 1, "Bag", 0.4),
                result("gaussian", "Coat", 1, "Bag", 0.3)));

        assertThat(hopeless)
                .extracting(HopelessPair::normal, HopelessPair::abnormal, HopelessPair::bestDetector)
                .containsExactly(tuple("Coat", "Bag", "pixels"), tuple("Bag", "Coat", "gaussian"));
        assertThat(hopeless.get(0).auc()).isEqualTo(0.4);
        assertThat(hopeless.get(1).auc()).isCloseTo(0.59, within(1e-12));
    }

    @Test
    void theFileNamesSpeedsAndHopelessPairs() throws IOException {
        Summary summary = summary(List.of(result("pixels", "Bag", 1, "Coat", 0.5)), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Json.write(out, summary);
        JsonNode json = new ObjectMapper().readTree(out.toByteArray());

        assertThat(json.at("/detectors/0/speed/images_scored").asLong()).isEqualTo(1000);
        assertThat(json.at("/detectors/0/speed/fit_seconds").asDouble()).isEqualTo(2);
        assertThat(json.at("/detectors/0/speed/images_per_second").asDouble()).isEqualTo(500);
        assertThat(json.at("/hopeless_pairs/0/best_detector").asText()).isEqualTo("pixels");
        assertThat(json.at("/hopeless_pairs/0/auc").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/published")).hasSize(6);
        assertThat(Json.read(new ByteArrayInputStream(out.toByteArray()), Summary.class))
                .isEqualTo(summary);
    }

    /** Other images; not all pairs of them; a model that is missing. */
    @Test
    void publishedFiguresStandBesideTheirOwnExperimentAlone() {
        Map<String, String> fashion = FashionMnist.SHA256;
        Map<String, String> more = new java.util.TreeMap<>(fashion);
        more.put("table", "abc");
        Map<String, String> other = new java.util.TreeMap<>(fashion);
        other.put("test_labels", "abc");

        assertThat(published(90, fashion, Map.of())).hasSize(6);
        assertThat(published(90, more, Map.of())).hasSize(6);
        assertThat(published(90, other, Map.of())).isEmpty();
        assertThat(published(90, Map.of(), Map.of())).isEmpty();
        assertThat(published(81, fashion, Map.of())).isEmpty();
        assertThat(published(90, fashion, Map.of("pixels/bag/seed-1", "no luck")))
                .isEmpty();
    }

    private static List<PublishedFigure> published(int pairs, Map<String, String> data, Map<String, String> failed) {
        return new Summary(
                        "0.1.0",
                        "run",
                        pairs,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        failed,
                        Map.of(),
                        data,
                        PublishedFigure.ALL)
                .published();
    }

    /** Verdicts that were not corrected are, from their p-values: 2 · 0.04 is not below 0.05. */
    @Test
    void verdictsOfBeforeAreCorrected() throws IOException {
        Comparison.Verdict undecided = Comparison.Verdict.UNDECIDED;
        String comparison = """
                {"first": "gaussian", "second": "pixels", "normal": "Bag", "abnormal": "%s", "difference": 0.1, "p_values": [0.04],
                 "verdict": "FIRST"}""";
        Summary summary = read(
                """
                {"version": "0.1.0", "run_id": "old", "pairs": 2, "detectors": [], "comparisons": [%s, %s],
                 "collapsed": [], "restarted": {}, "failed": {}, "seconds": {}, "data_sha256": {}, "published": []}
                """.formatted(String.format(comparison, "Coat"), String.format(comparison, "Dress")), Summary.class);

        assertThat(summary.comparisons()).extracting(Comparison::verdict).containsExactly(undecided, undecided);
        assertThat(Comparison.countDecidedAlone(summary.comparisons())).isEqualTo(2);
    }

    /** As 0.1.0 wrote them before there were speeds and named pairs. */
    @Test
    void filesOfBeforeAreRead() throws IOException {
        Summary summary = read("""
                {"version": "0.1.0", "run_id": "old", "pairs": 1,
                 "detectors": [
                  {"detector": "pixels", "models": 1, "mean_auc": 0.5, "mean_one_vs_rest": 0.5,
                   "worst_pair": {"normal": "Bag", "abnormal": "Coat", "seed": 1, "auc": 0.5}},
                  {"detector": "autoencoder", "models": 1, "mean_auc": 0.7, "mean_one_vs_rest": 0.7,
                   "worst_pair": {"normal": "Bag", "abnormal": "Coat", "seed": 1, "auc": 0.7}}],
                 "comparisons": [], "collapsed": [], "restarted": {}, "failed": {}, "seconds": {}, "data_sha256": {},
                 "published": [{"method": "GEOM", "one_vs_rest": 0.935, "source": "s", "protocol": "p"}]}
                """, Summary.class);
        ModelResult model = read("""
                {"detector": "pixels", "normal": "Bag", "seed": 1,
                 "svm": {"gamma": 1, "rho": 1, "support_vectors": 1, "training_rows": 2, "available_rows": 2, "constant": false},
                 "pairs": [], "one_vs_rest": 0.5, "seconds": {"fit": 1.5, "score": 0.5}}
                """, ModelResult.class);

        assertThat(summary.hopelessPairs()).isNull();
        assertThat(summary.detectors()).extracting(DetectorSummary::speed).containsOnlyNulls();
        assertThat(summary.detectors()).extracting(DetectorSummary::detector).containsExactly("autoencoder", "pixels");
        assertThat(model.speed()).isNull();
        assertThat(model.totalSeconds()).isEqualTo(2);
    }

    private static <T> T read(String json, Class<T> type) throws IOException {
        return Json.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), type);
    }
}
