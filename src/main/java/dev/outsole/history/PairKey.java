package dev.outsole.history;

import dev.outsole.image.ImageClass;

/** A detector on a pair of classes: what is followed over the nights. Names are those of the data set. */
public record PairKey(String detector, String normal, String abnormal) {

    /** Whether the classes have these slugs, such as {@code ankle-boot}. */
    boolean isOf(String normalSlug, String abnormalSlug) {
        return slug(normal).equals(normalSlug) && slug(abnormal).equals(abnormalSlug);
    }

    private static String slug(String name) {
        return new ImageClass(0, name).slug();
    }

    @Override
    public String toString() {
        return detector + ", " + normal + " vs " + abnormal;
    }
}
