package dev.outsole.autoencoder;

/** Finds out whether a ReLU bottleneck has lost units: a unit that is 0 for every image gets no gradient and never comes back. */
public final class DeadUnits {

    private DeadUnits() {}

    /** How many columns of an embedding {@code [n × latentDim]} are 0 in all rows. */
    public static int count(Iterable<float[]> embedding, int latentDim) {
        boolean[] alive = new boolean[latentDim];
        for (float[] row : embedding) {
            for (int unit = 0; unit < latentDim; unit++) {
                alive[unit] |= row[unit] != 0;
            }
        }
        int dead = 0;
        for (boolean unit : alive) {
            dead += unit ? 0 : 1;
        }
        return dead;
    }
}
