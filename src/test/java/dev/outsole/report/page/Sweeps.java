package dev.outsole.report.page;

import dev.outsole.image.ClassNames;
import dev.outsole.image.ImageShape;
import dev.outsole.metric.Metric;
import dev.outsole.metric.MetricValues;
import dev.outsole.result.Confusion;
import dev.outsole.result.Score;
import dev.outsole.result.SvmFit;
import dev.outsole.result.Training;
import dev.outsole.sweep.AucInterval;
import dev.outsole.sweep.Comparison;
import dev.outsole.sweep.DeLong;
import dev.outsole.sweep.DetectorSummary;
import dev.outsole.sweep.HopelessPair;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import dev.outsole.sweep.PublishedFigure;
import dev.outsole.sweep.Speed;
import dev.outsole.sweep.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sweeps made by hand: classes with four test images each, two detectors or six. */
final class Sweeps {
    static final String HOSTILE = "</script><img src=x onerror=alert(1)>";

    private static final SvmFit SVM = new SvmFit(0.5, 1, 10, 20, 20, false);
    private static final Map<String, Double> SECONDS = Map.of("fit", 1.0);

    /** AUCs of detectors by their names: all that there are, those without an SVM, without an embedding, and without either. */
    static final Map<String, Double> SIX = sixDetectors();

    private Sweeps() {}

    private static Map<String, Double> sixDetectors() {
        Map<String, Double> aucs = new LinkedHashMap<>();
        aucs.put("pixels", 0.9);
        aucs.put("autoencoder", 0.7);
        aucs.put("neighbours", 0.94);
        aucs.put("adjusted-neighbours", 0.95);
        aucs.put("gaussian", 0.92);
        aucs.put("reconstruction", 0.88);
        return aucs;
    }

    /** A model with these AUCs against the classes of these names, of seed 1. */
    static ModelResult model(String detector, String normal, Map<String, Double> aucs) {
        return model(detector, normal, 1, aucs);
    }

    static ModelResult model(String detector, String normal, long seed, Map<String, Double> aucs) {
        List<PairFigures> pairs = new ArrayList<>();
        aucs.forEach((abnormal, auc) -> pairs.add(
                new PairFigures(abnormal, metrics(auc), new Confusion(3, 1, 2, 2), AucInterval.of(auc, 4, 4))));
        double mean = aucs.values().stream().mapToDouble(auc -> auc).average().orElseThrow();
        SvmFit svm = isOneOf(detector, "pixels", "autoencoder") ? SVM : null;
        return new ModelResult(
                detector,
                normal,
                seed,
                svm,
                training(detector),
                pairs,
                mean,
                SECONDS,
                new Speed(16, 1.25, 8000),
                "0.1.0");
    }

    private static MetricValues metrics(double auc) {
        return new MetricValues(
                Map.of(Metric.AUC, auc, Metric.AVERAGE_PRECISION, auc / 2, Metric.CAUGHT_AT_5_PERCENT, auc / 4));
    }

    private static boolean isOneOf(String detector, String... names) {
        return List.of(names).contains(detector);
    }

    private static @Nullable Training training(String detector) {
        return !isOneOf(detector, "autoencoder", "reconstruction")
                ? null
                : new Training(2, List.of(0.05, 0.04), List.of(), 0.04, 0, false, 1, List.of());
    }

    static Map<String, Double> aucs(Object... namesAndValues) {
        Map<String, Double> aucs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            aucs.put((String) namesAndValues[i], (Double) namesAndValues[i + 1]);
        }
        return aucs;
    }

    static Comparison comparison(String normal, String abnormal, double difference, double pValue) {
        return comparison("autoencoder", normal, abnormal, difference, pValue);
    }

    static Comparison comparison(String detector, String normal, String abnormal, double difference, double pValue) {
        return Comparison.of(detector, "pixels", normal, abnormal, List.of(new DeLong(difference, pValue)));
    }

    static Summary summary(
            int pairs, List<ModelResult> results, List<Comparison> comparisons, Map<String, String> failed) {
        List<DetectorSummary> detectors = new ArrayList<>();
        for (String detector : SIX.keySet()) {
            List<ModelResult> own = results.stream()
                    .filter(result -> result.detector().equals(detector))
                    .toList();
            if (!own.isEmpty()) {
                detectors.add(DetectorSummary.of(detector, own));
            }
        }
        return new Summary(
                "0.1.0",
                "20261124T000000Z-sweep",
                pairs,
                detectors,
                null,
                comparisons,
                HopelessPair.among(results),
                List.of(),
                Map.of(),
                failed,
                Map.of("models", 75.25),
                Map.of("test_images", "abc"),
                PublishedFigure.ALL);
    }

    /** The classes of this names, each normal once, with each detector; pixels at 0.9, the autoencoder at 0.7, all compared. */
    static ReportData whole(String... names) {
        return whole(Map.of("pixels", 0.9, "autoencoder", 0.7), names);
    }

    /** The same with detectors that have these AUCs on every pair, the pixels among them. */
    static ReportData whole(Map<String, Double> detectors, String... names) {
        ClassNames classes = new ClassNames(List.of(names));
        List<ModelResult> results = new ArrayList<>();
        List<ShownModel> models = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (int label = 0; label < names.length; label++) {
            for (String detector : detectors.keySet()) {
                Map<String, Double> aucs = new LinkedHashMap<>();
                for (String name : names) {
                    if (!name.equals(names[label])) {
                        aucs.put(name, detectors.get(detector));
                    }
                }
                ModelResult result = model(detector, names[label], aucs);
                results.add(result);
                models.add(shown(classes, label, result));
            }
            for (String detector : detectors.keySet()) {
                for (String name : names) {
                    if (!name.equals(names[label]) && !detector.equals("pixels")) {
                        double difference = detectors.get(detector) - detectors.get("pixels");
                        comparisons.add(comparison(detector, names[label], name, difference, 0.001));
                    }
                }
            }
        }
        return new ReportData(
                "sweep",
                "2026-11-24T00:00:00Z",
                new TreeMap<>(Map.of("data.classes", classes.names().toString())),
                classes,
                summary(names.length * (names.length - 1), results, comparisons, Map.of()),
                results,
                models,
                images(classes, models));
    }

    private static ShownModel shown(ClassNames classes, int label, ModelResult result) {
        boolean planar = result.training() != null;
        List<Score> scores = IntStream.range(0, 4 * classes.size())
                .mapToObj(i -> new Score(
                        i, i % classes.size(), i - 4, i > 4, planar ? List.of(i * 1.0f, i * 2.0f) : List.of()))
                .toList();
        DecisionGrid grid = new DecisionGrid(0, 1, 0, 1, 2, new double[] {1, -1, 0.5, 0});
        return new ShownModel(
                classes.labelled(label),
                result,
                scores,
                result.svm() != null && planar ? Optional.of(grid) : Optional.empty());
    }

    private static ShownImages images(ClassNames classes, List<ShownModel> models) {
        TreeMap<Integer, byte[]> pixels = new TreeMap<>();
        Misranked.of(classes, models).forEach(index -> pixels.put(index, new byte[] {(byte) (int) index, 1, 2, 3}));
        return new ShownImages(new ImageShape(2, 2), pixels);
    }
}
