package dev.outsole.report.page;

import dev.outsole.image.ClassNames;
import dev.outsole.image.ImageClass;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Results by detector, normal and abnormal class, the mean over seeds. */
final class PairMatrix {
    private record Key(String detector, String normal, String abnormal) {}

    private final Set<String> detectors = new LinkedHashSet<>();
    private final Set<ImageClass> normals = byLabel();
    private final Set<ImageClass> abnormals = byLabel();
    private final Set<Long> seeds = new TreeSet<>();
    private final Map<Key, List<Double>> values = new HashMap<>();

    PairMatrix(ClassNames classes, List<ModelResult> results) {
        for (ModelResult result : results) {
            detectors.add(result.detector());
            normals.add(classes.named(result.normal()));
            seeds.add(result.seed());
            for (PairFigures pair : result.pairs()) {
                abnormals.add(classes.named(pair.abnormal()));
                values.computeIfAbsent(
                                new Key(result.detector(), result.normal(), pair.abnormal()), key -> new ArrayList<>())
                        .add(pair.auc());
            }
        }
    }

    private static Set<ImageClass> byLabel() {
        return new TreeSet<>(Comparator.comparingInt(ImageClass::label));
    }

    List<String> detectors() {
        return List.copyOf(detectors);
    }

    List<ImageClass> normals() {
        return List.copyOf(normals);
    }

    List<ImageClass> abnormals() {
        return List.copyOf(abnormals);
    }

    /** Normal and abnormal ones together, by label. */
    List<ImageClass> classes() {
        Set<ImageClass> all = byLabel();
        all.addAll(normals);
        all.addAll(abnormals);
        return List.copyOf(all);
    }

    List<Long> seeds() {
        return List.copyOf(seeds);
    }

    /** Each seed's AUC, in the order of the results. */
    List<Double> aucs(String detector, ImageClass normal, ImageClass abnormal) {
        return values.getOrDefault(new Key(detector, normal.name(), abnormal.name()), List.of());
    }

    OptionalDouble auc(String detector, ImageClass normal, ImageClass abnormal) {
        return aucs(detector, normal, abnormal).stream()
                .mapToDouble(value -> value)
                .average();
    }

    /** The AUC of the detector that is best on this pair. */
    OptionalDouble best(ImageClass normal, ImageClass abnormal) {
        return detectors.stream()
                .map(detector -> auc(detector, normal, abnormal))
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }
}
