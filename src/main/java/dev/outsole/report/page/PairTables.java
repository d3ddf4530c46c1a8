package dev.outsole.report.page;

import dev.outsole.image.ClassPair;
import dev.outsole.image.ImageClass;
import dev.outsole.metric.Metric;
import dev.outsole.report.page.PageData.FiguresData;
import dev.outsole.report.page.PageData.PairData;
import dev.outsole.result.Confusion;
import dev.outsole.sweep.Comparison;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of every pair, as text. */
final class PairTables {
    /** All but the AUC, which has its interval and other columns besides. */
    static final List<Metric> METRICS = List.copyOf(EnumSet.complementOf(EnumSet.of(Metric.AUC)));

    private final ReportData data;
    private final PairMatrix matrix;
    private final long seed;

    PairTables(ReportData data, PairMatrix matrix) {
        this.data = data;
        this.matrix = matrix;
        this.seed = ReportData.shownSeed(data.results());
    }

    /** By place in the page. */
    Map<String, PairData> all() {
        Map<String, PairData> pairs = new LinkedHashMap<>();
        for (ImageClass normal : matrix.normals()) {
            for (ImageClass abnormal : matrix.abnormals()) {
                if (matrix.best(normal, abnormal).isPresent()) {
                    pairs.put(Heatmap.link(new ClassPair(normal, abnormal)).substring(1), pair(normal, abnormal));
                }
            }
        }
        return pairs;
    }

    private PairData pair(ImageClass normal, ImageClass abnormal) {
        List<FiguresData> figures = new ArrayList<>();
        for (ModelResult result : data.results()) {
            if (result.seed() == seed && result.normal().equals(normal.name())) {
                result.pairs().stream()
                        .filter(pair -> pair.abnormal().equals(abnormal.name()))
                        .forEach(pair ->
                                figures.add(figures(result, pair, matrix.aucs(result.detector(), normal, abnormal))));
            }
        }
        return new PairData(normal.label(), abnormal.label(), figures);
    }

    private FiguresData figures(ModelResult result, PairFigures pair, List<Double> aucs) {
        Confusion confusion = pair.confusion();
        return new FiguresData(
                result.detector(),
                pair.metrics().shown(Metric.AUC),
                Figures.rate(pair.interval().low()) + "–"
                        + Figures.rate(pair.interval().high()),
                METRICS.stream().map(pair.metrics()::shown).toList(),
                confusion.normalKept() + " of " + confusion.normals(),
                confusion.abnormalCaught() + " of " + confusion.abnormals(),
                aucs.size() < 2 ? "" : mean(aucs),
                against(result, pair));
    }

    private static String mean(List<Double> aucs) {
        double mean = aucs.stream().mapToDouble(auc -> auc).average().orElseThrow();
        double squares =
                aucs.stream().mapToDouble(auc -> (auc - mean) * (auc - mean)).sum();
        return Figures.rate(mean) + " ± " + Figures.rate(Math.sqrt(squares / (aucs.size() - 1)));
    }

    private String against(ModelResult result, PairFigures pair) {
        return data.summary().comparisons(result.detector()).stream()
                .filter(comparison -> comparison.normal().equals(result.normal())
                        && comparison.abnormal().equals(pair.abnormal()))
                .findFirst()
                .map(PairTables::words)
                .orElse("");
    }

    /** Of several seeds' tests the one that says least decides, corrected for the number of pairs. */
    private static String words(Comparison comparison) {
        String outcome = switch (comparison.verdict()) {
            case FIRST -> "better";
            case SECOND -> "worse";
            case UNDECIDED -> "undecided";
        };
        return Figures.signed(comparison.difference()) + ", " + Figures.pValue(comparison.decisivePValue()) + ": "
                + outcome;
    }
}
