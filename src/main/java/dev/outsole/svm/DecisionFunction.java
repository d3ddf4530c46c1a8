package dev.outsole.svm;

import dev.outsole.UserError;
import java.io.Serializable;

/**
 * A fitted one-class SVM: f(x) = Σᵢ αᵢ exp(−γ ‖xᵢ − x‖²) − ρ, summed over the support vectors xᵢ. <b>Higher is more normal</b>; at or
 * below 0 the SVM calls a row abnormal.
 */
public final class DecisionFunction implements Serializable {
    private static final long serialVersionUID = 1;

    private final double gamma;
    private final double rho;
    private final float[][] supportVectors;
    private final double[] coefficients;

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
     * Decision values of rows {@code [n × d]}, higher = more normal.
     *
     * @throws UserError if a row has another length than the rows that the SVM was fitted on
     */
    public double[] values(float[][] rows) {
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = value(rows[i]);
        }
        return values;
    }

    private double value(float[] row) {
        if (row.length != dimension()) {
            throw new UserError(
                    "one-class SVM: a row has " + row.length + " features, but the model was fitted on " + dimension());
        }
        double sum = 0;
        for (int i = 0; i < supportVectors.length; i++) {
            sum += coefficients[i] * Math.exp(-gamma * squaredDistance(supportVectors[i], row));
        }
        return sum - rho;
    }

    private static double squaredDistance(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double difference = (double) a[j] - b[j];
            sum += difference * difference;
        }
        return sum;
    }
}
