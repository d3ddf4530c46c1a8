package dev.outsole.job;

import dev.outsole.history.Trend;
import dev.outsole.image.ClassNames;
import dev.outsole.report.page.Misranked;
import dev.outsole.report.page.ReportData;
import dev.outsole.report.page.ShownImages;
import dev.outsole.report.page.ShownModel;
import dev.outsole.result.Score;
import dev.outsole.svm.DecisionFunction;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.Summary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * What the report of a run is made from.
 *
 * @param command that made the run, such as {@code sweep}
 * @param trend of a night's sweep
 */
record RunReport(
        String command, Manifest manifest, Summary summary, Optional<Trend> trend, Map<ModelKey, ModelResult> results) {

    /** Models whose images lie in a plane, so that their decision function can be drawn. */
    static List<ModelKey> planar(Map<ModelKey, List<Score>> scores) {
        return scores.entrySet().stream()
                .filter(entry -> ShownModel.isPlanar(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * @param scores of the models of {@link ReportData#shownSeed}
     * @param functions of those among them that are {@link #planar}
     * @param images gives those of these indices in the test split
     */
    ReportData data(
            Map<ModelKey, List<Score>> scores,
            Map<ModelKey, DecisionFunction> functions,
            Function<SortedSet<Integer>, ShownImages> images) {
        ClassNames classes = new ClassNames(manifest.classNames());
        List<ShownModel> models = results.entrySet().parallelStream()
                .filter(entry -> scores.containsKey(entry.getKey()))
                .map(entry -> new ShownModel(
                        entry.getKey().normal(),
                        entry.getValue(),
                        scores.getOrDefault(entry.getKey(), List.of()),
                        Optional.ofNullable(functions.get(entry.getKey())).map(DecisionGrids::of)))
                .toList();
        return new ReportData(
                command,
                manifest.start(),
                manifest.settings(),
                classes,
                summary,
                List.copyOf(results.values()),
                models,
                images.apply(Misranked.of(classes, models)),
                trend);
    }
}
