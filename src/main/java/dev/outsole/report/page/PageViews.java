package dev.outsole.report.page;

import dev.outsole.history.Judgement;
import dev.outsole.metric.Metric;
import dev.outsole.report.page.PageView.FactView;
import dev.outsole.report.page.PageView.ProblemView;
import dev.outsole.report.page.PageView.PublishedView;
import dev.outsole.sweep.Comparison;
import dev.outsole.sweep.HopelessPair;
import dev.outsole.sweep.ModelResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the parts of a page from a run's results. */
final class PageViews {
    private final ReportData data;
    private final PairMatrix matrix;

    PageViews(ReportData data) {
        this.data = data;
        this.matrix = new PairMatrix(data.classes(), data.results());
    }

    PageView page() {
        boolean single = matrix.normals().size() == 1 && matrix.abnormals().size() == 1;
        Leaderboard leaderboard = new Leaderboard(data, matrix);
        VerdictView verdict = new Verdict(matrix, data.summary(), HopelessPair.among(data.results())).view();
        return new PageView(
                title(verdict),
                run(),
                verdict,
                nightly(),
                problems(),
                leaderboard.rows(),
                leaderboard.timed(),
                data.summary().bestComparisons().isEmpty() ? "" : Comparison.REFERENCE,
                single ? List.of() : published(),
                single ? List.of() : heatmaps(),
                seedNote(),
                PairTables.METRICS.stream().map(Metric::heading).toList(),
                single,
                facts(),
                data.settings().entrySet().stream()
                        .map(setting -> new FactView(setting.getKey(), setting.getValue()))
                        .toList(),
                data.summary().version());
    }

    private String title(VerdictView verdict) {
        String title = verdict.headline() + " · " + data.summary().runId();
        return data.trend()
                        .filter(trend -> trend.status() == Judgement.Status.REGRESSION)
                        .isPresent()
                ? "Regression · " + title
                : title;
    }

    private List<NightlyView> nightly() {
        return data.trend().map(trend -> new Nightly(trend).view()).stream().toList();
    }

    private String run() {
        List<String> parts = new ArrayList<>(List.of(
                Figures.count(data.summary().pairs(), "pair of classes", "pairs of classes"),
                Figures.and(matrix.detectors()),
                Figures.count(data.results().size(), "model", "models"),
                Figures.count(matrix.seeds().size(), "seed", "seeds")));
        epochs().ifPresent(epochs -> parts.add(Figures.count(epochs, "epoch", "epochs")));
        return String.join(" · ", parts);
    }

    private OptionalInt epochs() {
        return data.results().stream()
                .flatMap(result -> Stream.ofNullable(result.training()))
                .mapToInt(training -> training.epochs())
                .max();
    }

    private List<ProblemView> problems() {
        List<ProblemView> problems = new ArrayList<>();
        data.summary().failed().forEach((model, reason) -> problems.add(new ProblemView(model, "failed", reason)));
        data.summary()
                .collapsed()
                .forEach(model -> problems.add(new ProblemView(
                        model, "collapsed", "the embedding has collapsed: its figures say nothing of the method")));
        data.results().stream()
                .filter(ModelResult::constant)
                .forEach(result -> problems.add(new ProblemView(
                        result.detector() + ", " + result.normal() + ", seed " + result.seed(),
                        "constant",
                        "all training images look the same to the one-class SVM: their scores are constant")));
        return problems;
    }

    private List<PublishedView> published() {
        return data.summary().published().stream()
                .map(figure -> new PublishedView(
                        figure.method(), Figures.rate(figure.oneVsRest()), figure.source(), figure.protocol()))
                .toList();
    }

    /** The best detector and the reference (or, if that is the best, the one next to it), their difference, then the others. */
    private List<HeatmapView> heatmaps() {
        List<HeatmapView> views = new ArrayList<>();
        Set<String> rest = new LinkedHashSet<>(matrix.detectors());
        data.summary().bestComparisons().stream().findFirst().ifPresent(any -> {
            List<String> compared = matrix.detectors().stream()
                    .filter(detector -> detector.equals(any.first()) || detector.equals(any.second()))
                    .toList();
            compared.forEach(detector -> views.add(Heatmap.auc(matrix, detector)));
            views.add(Heatmap.difference(matrix, any.first(), any.second()));
            compared.forEach(rest::remove);
        });
        rest.forEach(detector -> views.add(Heatmap.auc(matrix, detector)));
        return views;
    }

    private String seedNote() {
        return matrix.seeds().size() < 2
                ? ""
                : "The tables show means over " + matrix.seeds().size()
                        + " seeds; curves, scores, embeddings and images of a pair are those of seed "
                        + ReportData.shownSeed(data.results()) + ".";
    }

    private List<FactView> facts() {
        List<FactView> facts = new ArrayList<>(List.of(
                new FactView("Run", data.summary().runId()),
                new FactView("Command", data.command()),
                new FactView("Started", data.start()),
                new FactView("Version", data.summary().version()),
                new FactView("Classes", String.join(", ", data.classes().names())),
                new FactView(
                        "Seeds",
                        String.join(
                                ", ",
                                matrix.seeds().stream().map(String::valueOf).toList()))));
        add(facts, "Time: ", data.summary().seconds(), Figures::seconds);
        add(facts, "Restarts: ", data.summary().restarted(), String::valueOf);
        add(facts, "SHA-256 of ", data.summary().dataSha256(), value -> value);
        return facts;
    }

    private static <V> void add(List<FactView> facts, String prefix, Map<String, V> values, Function<V, String> text) {
        values.forEach((name, value) -> facts.add(new FactView(prefix + name, text.apply(value))));
    }
}
