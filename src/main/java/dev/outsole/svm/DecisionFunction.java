package dev.outsole.svm;

import dev.outsole.UserError;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A fitted one-class SVM: f(x) = Σᵢ αᵢ exp(−γ ‖xᵢ − x‖²) − ρ, summed over the support vectors xᵢ. <b>Higher is more normal</b>; at or
 * below 0 the SVM calls a row abnormal.
 */
public final class DecisionFunction implements Serializable {
    private static final long serialVersionUID = 2;
    /** Rows scored by one matrix product: enough for its full speed, few enough for the processor's cache. */
    private static final int BATCH = 256;

    private final double gamma;
    private final double rho;
    private final float[][] supportVectors;
    private final double[] coefficients;
    private transient @Nullable CentredRows centred;

    /**
     * @param supportVectors {@code [m × d]}, m ≥ 1; not copied
     * @param coefficients α, one for each support vector, in (0, 1]; not copied
     */
    public DecisionFunction(double gamma, double rho, float[][] supportVectors, double[] coefficients) {
        if (supportVectors.length == 0 || supportVectors.length != coefficients.length) {
            throw new UserError(
                    "one-class SVM: " + supportVectors.length + " support vectors and " + coefficients.length
                            + " coefficients; there must be as many of one as of the other, and at least one");
        }
        this.gamma = gamma;
        this.rho = rho;
        this.supportVectors = supportVectors;
        this.coefficients = coefficients;
    }

    public double gamma() {
        return gamma;
    }

    /** The offset ρ. */
    public double rho() {
        return rho;
    }

    /** Number of features d. */
    public int dimension() {
        return supportVectors[0].length;
    }

    public int supportVectorCount() {
        return supportVectors.length;
    }

    /** A copy of support vector {@code i}, {@code [d]}. */
    public float[] supportVector(int i) {
        return supportVectors[i].clone();
    }

    /** The coefficient αᵢ of support vector {@code i}. */
    public double coefficient(int i) {
        return coefficients[i];
    }

    /**
     * Whether all support vectors are one and the same point: the SVM has learnt from equal rows, gives them all the same value, and knows
     * of other rows only how far they are from that point.
     */
    public boolean isConstant() {
        return Arrays.stream(supportVectors).allMatch(vector -> Arrays.equals(vector, supportVectors[0]));
    }

    /**
     * Decision values of rows {@code [n × d]}, higher = more normal.
     *
     * @throws UserError if a row has another length than the rows that the SVM was fitted on
     */
    public double[] values(float[][] rows) {
        Arrays.stream(rows).forEach(this::checkLength);
        double[] values = new double[rows.length];
        try (KernelBlock block = new KernelBlock(centred(), Math.min(rows.length, BATCH))) {
            for (int from = 0; from < rows.length; from += BATCH) {
                block.multiply(Arrays.copyOfRange(rows, from, Math.min(from + BATCH, rows.length)));
                double[] sums = block.weightedSums(coefficients);
                for (int i = 0; i < sums.length; i++) {
                    values[from + i] = sums[i] - rho;
                }
            }
        }
        return values;
    }

    private void checkLength(float[] row) {
        if (row.length != dimension()) {
            throw new UserError(
                    "one-class SVM: a row has " + row.length + " features, but the model was fitted on " + dimension());
        }
    }

    /** Made once in each JVM, where it is first needed. */
    private synchronized CentredRows centred() {
        if (centred == null) {
            centred = new CentredRows(supportVectors, gamma);
        }
        return centred;
    }
}
