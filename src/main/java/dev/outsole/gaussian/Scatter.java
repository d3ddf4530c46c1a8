package dev.outsole.gaussian;

import dev.outsole.blas.Dsyrk;
import java.io.Serializable;

/**
 * Sums over rows z = x − mean: of the products z zᵀ, and of ‖z‖⁴, which says how sure their mean is. Scatters of parts of the rows add up to
 * that of all.
 */
public final class Scatter implements Serializable {
    private static final long serialVersionUID = 1;
    /** Rows of one matrix product. */
    private static final int BLOCK = 512;
    /** Bits of a double's fraction. */
    private static final int PRECISION = 52;

    private final long rows;
    private final double[] mean;
    /** {@code [d × d]} row by row; 0 below the diagonal. */
    private final double[] products;

    private final double fourthPowers;

    private Scatter(long rows, double[] mean, double[] products, double fourthPowers) {
        this.rows = rows;
        this.mean = mean;
        this.products = products;
        this.fourthPowers = fourthPowers;
    }

    /** Of rows {@code [n × d]} about the mean of all, {@code [d]}. */
    public static Scatter of(Iterable<float[][]> blocks, double[] mean) {
        int width = mean.length;
        double[] products = new double[Math.multiplyExact(width, width)];
        double[] centred = new double[Math.multiplyExact(BLOCK, width)];
        double fourthPowers = 0;
        long rows = 0;
        for (float[][] block : blocks) {
            for (int from = 0; from < block.length; from += BLOCK) {
                int count = Math.min(BLOCK, block.length - from);
                for (int i = 0; i < count; i++) {
                    double squared = centre(block[from + i], mean, centred, i * width);
                    fourthPowers += squared * squared;
                }
                Dsyrk.addGram(count, width, centred, products);
            }
            rows += block.length;
        }
        return new Scatter(rows, mean, products, fourthPowers);
    }

    /** Returns ‖z‖². */
    private static double centre(float[] row, double[] mean, double[] target, int offset) {
        double squared = 0;
        for (int j = 0; j < mean.length; j++) {
            double difference = row[j] - mean[j];
            target[offset + j] = difference;
            squared += difference * difference;
        }
        return squared;
    }

    /**
     * Rounded so that any number of such scatters, of {@code all} rows together, add up without rounding: their sum doesn't depend on which
     * comes first. What is lost is less than 2⁻⁵⁰ of the largest possible sum.
     *
     * @param largest bound on the rows' entries
     */
    public Scatter rounded(long all, double largest) {
        double entry = 4 * largest * largest; // (x − mean)² of a single feature
        double norm = entry * mean.length;
        double quantum = quantum(all * entry);
        double[] exact = new double[products.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = round(products[i], quantum);
        }
        return new Scatter(rows, mean, exact, round(fourthPowers, quantum(all * norm * norm)));
    }

    private static double quantum(double bound) {
        return Math.scalb(1.0, Math.getExponent(bound) + 1 - PRECISION);
    }

    private static double round(double value, double quantum) {
        return quantum == 0 ? value : Math.rint(value / quantum) * quantum;
    }

    /** Of these rows and others about the same mean. */
    public Scatter plus(Scatter other) {
        double[] both = products.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += other.products[i];
        }
        return new Scatter(rows + other.rows, mean, both, fourthPowers + other.fourthPowers);
    }

    public long rows() {
        return rows;
    }

    /** Number of features d. */
    public int dimension() {
        return mean.length;
    }

    /** Of each feature, {@code [d]}; not copied. */
    double[] mean() {
        return mean;
    }

    /** The covariance of features i and j ≥ i: divided by n, not n − 1, as Ledoit and Wolf have it. */
    double covariance(int i, int j) {
        return products[i * mean.length + j] / rows;
    }

    /** Mean of ‖z‖⁴. */
    double fourthMoment() {
        return fourthPowers / rows;
    }
}
