package dev.outsole.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A pair of classes that no detector tells apart well enough to be worth its name.
 *
 * @param bestDetector the best of them on this pair
 * @param auc its mean over seeds, below {@link #AUC}
 */
public record HopelessPair(String normal, String abnormal, String bestDetector, double auc) {
    /** A pair is hopeless if the best detector stays below. */
    public static final double AUC = 0.6;

    private record Pair(String normal, String abnormal) {}

    /** All that there are among these results, the worst first. */
    public static List<HopelessPair> among(List<ModelResult> results) {
        Map<Pair, Map<String, List<Double>>> aucs = new LinkedHashMap<>();
        for (ModelResult result : results) {
            for (PairFigures pair : result.pairs()) {
                aucs.computeIfAbsent(new Pair(result.normal(), pair.abnormal()), key -> new LinkedHashMap<>())
                        .computeIfAbsent(result.detector(), key -> new ArrayList<>())
                        .add(pair.auc());
            }
        }
        return aucs.entrySet().stream()
                .map(entry -> best(entry.getKey(), entry.getValue()))
                .filter(pair -> pair.auc() < AUC)
                .sorted(Comparator.comparingDouble(HopelessPair::auc))
                .toList();
    }

    private static HopelessPair best(Pair pair, Map<String, List<Double>> aucs) {
        return aucs.entrySet().stream()
                .map(entry -> new HopelessPair(
                        pair.normal(),
                        pair.abnormal(),
                        entry.getKey(),
                        entry.getValue().stream().collect(Collectors.averagingDouble(auc -> auc))))
                .max(Comparator.comparingDouble(HopelessPair::auc))
                .orElseThrow();
    }
}
