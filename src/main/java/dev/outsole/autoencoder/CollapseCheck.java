package dev.outsole.autoencoder;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an embedding of some images says about a collapse. A ReLU unit of the bottleneck that is 0 for all of them gets no gradient. In
 * the first epochs it may still come back, when the layers before it move; later it doesn't, and the embedding has lost a coordinate.
 *
 * @param deadUnits units that are above 0 for fewer than {@value #ALIVE} of the images
 * @param variances of each unit over the images
 * @param distinctRows how many different points the images are mapped to
 * @param rows images
 */
public record CollapseCheck(int deadUnits, List<Double> variances, int distinctRows, int rows) {
    /** Share of the images for which a living unit is on, at least. */
    static final double ALIVE = 0.01;
    /**
     * A unit's variance as a part of the largest, at least. Of trained reference networks, living ones had 0.05 and more; one whose loss
     * was that of a network with a dead unit had 0.0025.
     */
    static final double LIVELY = 0.01;

    public CollapseCheck {
        variances = List.copyOf(variances);
    }

    /**
     * Looks at an embedding {@code [n × latentDim]}, n ≥ 1, of images that aren't all alike.
     *
     * @throws IllegalArgumentException if there is no row
     */
    public static CollapseCheck of(float[][] embedding) {
        if (embedding.length == 0) {
            throw new IllegalArgumentException("no embedded image to look at");
        }
        int units = embedding[0].length;
        int dead = 0;
        Double[] variances = new Double[units];
        for (int unit = 0; unit < units; unit++) {
            dead += activeShare(embedding, unit) < ALIVE ? 1 : 0;
            variances[unit] = variance(embedding, unit);
        }
        return new CollapseCheck(dead, Arrays.asList(variances), distinctRows(embedding), embedding.length);
    }

    private static double activeShare(float[][] embedding, int unit) {
        return (double) Arrays.stream(embedding).filter(row -> row[unit] > 0).count() / embedding.length;
    }

    /** Around the first row's value, so that equal values give 0 exactly. */
    private static double variance(float[][] embedding, int unit) {
        double sum = 0;
        double squares = 0;
        for (float[] row : embedding) {
            double difference = (double) row[unit] - embedding[0][unit];
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / embedding.length;
        return Math.max(0, squares / embedding.length - mean * mean);
    }

    private static int distinctRows(float[][] embedding) {
        Set<List<Float>> rows = new HashSet<>();
        for (float[] row : embedding) {
            Float[] values = new Float[row.length];
            Arrays.setAll(values, unit -> row[unit]);
            rows.add(Arrays.asList(values));
        }
        return rows.size();
    }

    /** Whether half of the coordinates or more are lost: of two, one is too many; of many, a few are idle in any training. */
    public boolean collapsed() {
        return 2 * lostUnits() >= variances.size();
    }

    /** Those that are dead, or those that tell hardly anything apart beside the others; which are the same for the most part. */
    private long lostUnits() {
        double most = variances.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        long still = variances.stream()
                .filter(variance -> !(variance > LIVELY * most))
                .count();
        return Math.max(deadUnits, still);
    }
}
