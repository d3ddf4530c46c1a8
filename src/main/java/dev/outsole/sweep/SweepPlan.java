package dev.outsole.sweep;

import dev.outsole.UserError;
import dev.outsole.image.ImageClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Which models a sweep takes: one for each detector, normal class and seed, since a model depends on nothing else.
 *
 * @param detectors names
 * @param normals classes that are learnt
 * @param abnormals classes that should be noticed, by each model but those that have learnt them
 */
public record SweepPlan(
        List<String> detectors, List<ImageClass> normals, List<ImageClass> abnormals, List<Long> seeds) {

    public SweepPlan {
        detectors = distinct("detectors", detectors);
        normals = distinct("normal classes", normals);
        abnormals = distinct("abnormal classes", abnormals);
        seeds = distinct("seeds", seeds);
        if (normals.size() == 1 && normals.equals(abnormals)) {
            throw new UserError("normal and abnormal class are both '"
                    + normals.get(0).slug() + "': choose at least two different classes");
        }
    }

    private static <T> List<T> distinct(String name, List<T> values) {
        if (values.isEmpty()) {
            throw new UserError("sweep: no " + name + ": give at least one");
        }
        return List.copyOf(new LinkedHashSet<>(values));
    }

    /** All models, by detector, class and seed. */
    public List<ModelKey> models() {
        List<ModelKey> models = new ArrayList<>();
        for (String detector : detectors) {
            for (ImageClass normal : normals) {
                if (!abnormalsOf(normal).isEmpty()) {
                    seeds.forEach(seed -> models.add(new ModelKey(detector, normal, seed)));
                }
            }
        }
        return models;
    }

    /** The classes that are abnormal to a model of {@code normal}. */
    public List<ImageClass> abnormalsOf(ImageClass normal) {
        return abnormals.stream()
                .filter(abnormal -> abnormal.label() != normal.label())
                .toList();
    }

    /** Ordered pairs of classes, for each detector and seed. */
    public int pairs() {
        return normals.stream().mapToInt(normal -> abnormalsOf(normal).size()).sum();
    }
}
