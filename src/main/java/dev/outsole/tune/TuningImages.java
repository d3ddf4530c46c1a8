package dev.outsole.tune;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What settings are tried on: normal images to learn from, normal images held out, and abnormal ones of several kinds. Arrays are not copied.
 *
 * @param learnt {@code [n × pixels]}, entries in [0, 1]
 * @param heldOut {@code [m × pixels]}
 * @param abnormal by kind, each {@code [m × pixels]}, such as synthetic ones made of those held out
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between steps, never compared
public record TuningImages(ImageShape shape, float[][] learnt, float[][] heldOut, Map<String, float[][]> abnormal)
        implements Serializable {
    private static final long serialVersionUID = 1;
    /** Of this many images one is held out. */
    private static final int HELD_OUT = 6;

    private static final int FEWEST = 24;

    public TuningImages {
        abnormal = Collections.unmodifiableMap(new LinkedHashMap<>(abnormal));
    }

    /**
     * Draws them from the images of a class; the same seed draws the same.
     *
     * @param normals entries in [0, 1], row by row
     * @throws UserError if they are too few
     */
    public static TuningImages draw(float[][] normals, ImageShape shape, long seed) {
        if (normals.length < FEWEST) {
            throw new UserError("tune: " + normals.length
                    + " normal images are too few to choose by; there must be at least " + FEWEST);
        }
        List<float[]> shuffled = new ArrayList<>(Arrays.asList(normals));
        Random random = new Random(seed);
        Collections.shuffle(shuffled, random);
        int cut = normals.length / HELD_OUT;
        float[][] heldOut = shuffled.subList(0, cut).toArray(float[][]::new);
        Map<String, float[][]> abnormal = new LinkedHashMap<>();
        for (SyntheticAnomaly kind : SyntheticAnomaly.values()) {
            abnormal.put(kind.key(), abnormal(kind, heldOut, shape, random));
        }
        return new TuningImages(
                shape, shuffled.subList(cut, shuffled.size()).toArray(float[][]::new), heldOut, abnormal);
    }

    private static float[][] abnormal(SyntheticAnomaly kind, float[][] images, ImageShape shape, Random random) {
        float[][] made = new float[images.length][];
        for (int i = 0; i < made.length; i++) {
            float[] other = images[(i + 1 + random.nextInt(images.length - 1)) % images.length];
            made[i] = kind.of(images[i], other, shape, random);
        }
        return made;
    }
}
