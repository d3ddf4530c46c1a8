package dev.outsole.sweep;

import java.util.List;
import java.util.Map;

/**
 * How fast models learnt and scored, in wall time: other models were at work beside them, so it tells detectors of one run apart, and
 * says little of what a machine can do.
 *
 * @param imagesScored test images that decision values came back for, at least 1
 * @param fitSeconds that a model took to learn, the mean if there are several
 * @param imagesPerSecond from the first image to the last decision value on the driver
 */
public record Speed(long imagesScored, double fitSeconds, double imagesPerSecond) {

    public Speed {
        if (imagesScored < 1 || !(fitSeconds >= 0) || !(imagesPerSecond > 0) || Double.isInfinite(imagesPerSecond)) {
            throw new IllegalArgumentException("speed of " + imagesScored + " images, " + fitSeconds + " s, "
                    + imagesPerSecond + " images/s: give one image at least, and finite rates above 0");
        }
    }

    /**
     * Of one model.
     *
     * @param seconds wall time by phase, {@code fit} and {@code score} among them
     * @param imagesScored in the phase {@code score}
     */
    public static Speed of(Map<String, Double> seconds, long imagesScored) {
        return new Speed(imagesScored, phase(seconds, "fit"), imagesScored / phase(seconds, "score"));
    }

    private static double phase(Map<String, Double> seconds, String name) {
        Double value = seconds.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no phase " + name + " among " + seconds.keySet());
        }
        return value;
    }

    /** Of some models, at least one: all images over all seconds, however differently long they took. */
    static Speed over(List<Speed> models) {
        long images = models.stream().mapToLong(Speed::imagesScored).sum();
        double scoring = models.stream()
                .mapToDouble(model -> model.imagesScored / model.imagesPerSecond)
                .sum();
        double fit = models.stream().mapToDouble(Speed::fitSeconds).average().orElseThrow();
        return new Speed(images, fit, images / scoring);
    }
}
