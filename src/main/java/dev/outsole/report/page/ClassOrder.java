package dev.outsole.report.page;

import dev.outsole.image.ImageClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Puts classes that are hard to tell apart side by side: a short path through all of them, where the distance of two is the mean AUC of
 * their pairs. By the nearest neighbour from every start, improved by 2-opt (Croes 1958).
 */
final class ClassOrder {
    private static final double UNKNOWN = 1;
    private static final double EPSILON = 1e-12;

    private final double[][] distance;

    private ClassOrder(double[][] distance) {
        this.distance = distance;
    }

    /** The classes of the matrix, reordered. */
    static List<ImageClass> bySimilarity(PairMatrix matrix) {
        List<ImageClass> classes = matrix.classes();
        double[][] distance = classes.stream()
                .map(a -> classes.stream()
                        .mapToDouble(b -> distance(matrix, a, b))
                        .toArray())
                .toArray(double[][]::new);
        return new ClassOrder(distance).shortest().stream().map(classes::get).toList();
    }

    private static double distance(PairMatrix matrix, ImageClass a, ImageClass b) {
        return matrix.detectors().stream()
                .flatMap(detector -> List.of(matrix.auc(detector, a, b), matrix.auc(detector, b, a)).stream())
                .flatMapToDouble(OptionalDouble::stream)
                .average()
                .orElse(UNKNOWN);
    }

    private List<Integer> shortest() {
        List<Integer> best = List.of();
        for (int start = 0; start < distance.length; start++) {
            List<Integer> path = improved(nearestNeighbours(start));
            if (best.isEmpty() || length(path) < length(best) - EPSILON) {
                best = path;
            }
        }
        return best;
    }

    private List<Integer> nearestNeighbours(int start) {
        List<Integer> path = new ArrayList<>(List.of(start));
        boolean[] taken = new boolean[distance.length];
        taken[start] = true;
        while (path.size() < distance.length) {
            double[] from = distance[path.get(path.size() - 1)];
            int nearest = -1;
            for (int i = 0; i < from.length; i++) {
                if (!taken[i] && (nearest < 0 || from[i] < from[nearest])) {
                    nearest = i;
                }
            }
            taken[nearest] = true;
            path.add(nearest);
        }
        return path;
    }

    /** Turns stretches of the path round while that makes it shorter. */
    private List<Integer> improved(List<Integer> path) {
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int from = 0; from < path.size(); from++) {
                for (int to = from + 2; to <= path.size(); to++) {
                    shorter |= turnIfShorter(path, from, to);
                }
            }
        }
        return path;
    }

    private boolean turnIfShorter(List<Integer> path, int from, int to) {
        double before = step(path, from - 1, from) + step(path, to - 1, to);
        double after = step(path, from - 1, to - 1) + step(path, from, to);
        if (after >= before - EPSILON) {
            return false;
        }
        Collections.reverse(path.subList(from, to));
        return true;
    }

    /** Nothing beyond the ends. */
    private double step(List<Integer> path, int i, int j) {
        return i < 0 || j >= path.size() ? 0 : distance[path.get(i)][path.get(j)];
    }

    private double length(List<Integer> path) {
        double[] steps = new double[path.size()];
        Arrays.setAll(steps, i -> step(path, i, i + 1));
        return Arrays.stream(steps).sum();
    }
}
