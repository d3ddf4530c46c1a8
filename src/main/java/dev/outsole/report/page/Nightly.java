package dev.outsole.report.page;

import dev.outsole.history.Trend;
import dev.outsole.history.Trend.DetectorPoint;
import dev.outsole.history.Trend.DetectorTrend;
import dev.outsole.history.Trend.PairTrend;
import dev.outsole.history.Trend.TrendNight;
import dev.outsole.image.ClassNames;
import dev.outsole.image.ClassPair;
import dev.outsole.report.page.PageData.LineData;
import dev.outsole.report.page.PageData.TrendData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a nightly report's own parts: how the night went, and the nights before it. */
final class Nightly {
    /** Digits behind the point that lines are drawn from. */
    private static final double PRECISION = 1e5;

    private final Trend trend;

    Nightly(Trend trend) {
        this.trend = trend;
    }

    NightlyView view() {
        String date = trend.nights().get(trend.nights().size() - 1).date();
        String nights = Figures.count(trend.compared(), "night", "nights");
        return switch (trend.status()) {
            case PASSED -> view("passed", "The night of " + date + " passed, compared with " + nights + ".");
            case TOO_LITTLE_HISTORY ->
                view(
                        "passed",
                        "The night of " + date + " passed, with too little history to compare figures: " + nights
                                + " before it with the same settings and data.");
            case REGRESSION ->
                view(
                        "regression",
                        "Regression on the night of " + date + ": "
                                + Figures.count(trend.findings().size(), "finding", "findings") + ", compared with "
                                + nights
                                + ".");
        };
    }

    private NightlyView view(String status, String outcome) {
        return new NightlyView(status, outcome, orNone(trend.uncompared()), trend.findings(), orNone(trend.accepted()));
    }

    private static List<String> orNone(@Nullable List<String> lines) {
        return Objects.requireNonNullElse(lines, List.of());
    }

    TrendData data(ClassNames classes) {
        Map<String, LineData> lines = new LinkedHashMap<>();
        trend.detectors().forEach(detector -> lines.put(detector.detector(), line(detector)));
        Map<String, Map<String, LineData>> pairs = new LinkedHashMap<>();
        for (PairTrend pair : trend.pairs()) {
            String link = Heatmap.link(new ClassPair(classes.named(pair.normal()), classes.named(pair.abnormal())));
            pairs.computeIfAbsent(link.substring(1), key -> new LinkedHashMap<>())
                    .put(pair.detector(), new LineData(pair.nights(), rounded(pair.aucs()), List.of()));
        }
        return new TrendData(
                trend.nights().stream().map(TrendNight::date).toList(),
                trend.nights().stream()
                        .map(night -> night.status().name().toLowerCase(Locale.ROOT))
                        .toList(),
                rounded(trend.nights().stream().map(TrendNight::seconds).toList()),
                trend.nights().stream().map(TrendNight::collapsed).toList(),
                trend.nights().stream().map(TrendNight::failed).toList(),
                lines,
                pairs);
    }

    private static LineData line(DetectorTrend detector) {
        List<Integer> nights = new ArrayList<>();
        List<Double> aucs = new ArrayList<>();
        List<List<Double>> bands = new ArrayList<>();
        for (DetectorPoint point : detector.points()) {
            nights.add(point.night());
            aucs.add(point.auc());
            bands.add(rounded(point.band()));
        }
        return new LineData(nights, rounded(aucs), bands);
    }

    private static List<Double> rounded(List<Double> values) {
        return values.stream()
                .map(value -> Math.round(value * PRECISION) / PRECISION)
                .toList();
    }
}
