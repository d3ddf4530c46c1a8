package dev.outsole.report.page;

import dev.outsole.history.Trend;
import dev.outsole.image.ClassNames;
import dev.outsole.sweep.DetectorSummary;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.Summary;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a report is made from.
 *
 * @param command that made the run, such as {@code sweep}
 * @param start ISO 8601, UTC
 * @param settings all that were in force, by dotted key
 * @param results of the models that are there, at least one unless all failed
 * @param models those that pairs are shown in detail with: one of each detector and normal class, of {@link #shownSeed}
 * @param images that {@link Misranked} picks from them
 * @param trend of a nightly sweep: the nights before
 */
public record ReportData(
        String command,
        String start,
        Map<String, String> settings,
        ClassNames classes,
        Summary summary,
        List<ModelResult> results,
        List<ShownModel> models,
        ShownImages images,
        Optional<Trend> trend) {

    /** Of a run that stands alone. */
    public ReportData(
            String command,
            String start,
            Map<String, String> settings,
            ClassNames classes,
            Summary summary,
            List<ModelResult> results,
            List<ShownModel> models,
            ShownImages images) {
        this(command, start, settings, classes, summary, results, models, images, Optional.empty());
    }

    public ReportData {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        results = results.stream().sorted(order(summary, classes)).toList();
        models = models.stream()
                .sorted(Comparator.comparing(ShownModel::result, order(summary, classes)))
                .toList();
    }

    /** Wherever the results come from, the same page comes of them. */
    private static Comparator<ModelResult> order(Summary summary, ClassNames classes) {
        List<String> detectors =
                summary.detectors().stream().map(DetectorSummary::detector).toList();
        return Comparator.<ModelResult>comparingInt(result -> detectors.indexOf(result.detector()))
                .thenComparingInt(result -> classes.named(result.normal()).label())
                .thenComparingLong(ModelResult::seed);
    }

    /** The seed that pairs are shown in detail with: the lowest that there is. */
    public static long shownSeed(List<ModelResult> results) {
        return results.stream().mapToLong(ModelResult::seed).min().orElse(0);
    }
}
