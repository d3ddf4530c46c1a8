package dev.outsole.sweep;

import dev.outsole.image.ImageClass;

/** One model of a sweep: a detector that has learnt a class. It serves all pairs with that class for the normal one. */
public record ModelKey(String detector, ImageClass normal, long seed) {

    /** Where the model is in a run directory, such as {@code pixels/ankle-boot/seed-1}. */
    public String path() {
        return detector + "/" + normal.slug() + "/seed-" + seed;
    }

    @Override
    public String toString() {
        return detector + " " + normal.slug() + " seed " + seed;
    }
}
