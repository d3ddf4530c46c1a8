package dev.outsole.svm;

/**
 * The variables of the one-class problem in libsvm's scaling: minimise ½ αᵀKα where 0 ≤ αᵢ ≤ 1 and Σ αᵢ = ν n; and the gradient Kα.
 *
 * <p>At the optimum no αᵢ below 1 has a smaller gradient than an αⱼ above 0. By how much that fails is the violation.
 */
final class Dual {
    private final double[] alpha;
    private final double[] gradient;

    /** libsvm's start: the first ν n variables are 1 (one of them what is left), all others 0. The gradient is yet to be computed. */
    Dual(int count, double nu) {
        alpha = new double[count];
        gradient = new double[count];
        double total = nu * count;
        for (int i = 0; i < count && i < total; i++) {
            alpha[i] = Math.min(1, total - i);
        }
    }

    int count() {
        return alpha.length;
    }

    double alpha(int i) {
        return alpha[i];
    }

    double gradient(int i) {
        return gradient[i];
    }

    boolean canGrow(int i) {
        return alpha[i] < 1;
    }

    boolean canShrink(int i) {
        return alpha[i] > 0;
    }

    /** Sets the gradient of some variables to 0, for {@link #add} to sum it up again. */
    void clear(int[] places) {
        for (int i : places) {
            gradient[i] = 0;
        }
    }

    /** Adds {@code change} · K row to the gradient of some variables. */
    void add(double change, float[] kernelRow, int[] places) {
        for (int i : places) {
            gradient[i] += change * kernelRow[i];
        }
    }

    /**
     * Moves weight from one variable to another, to the optimum of these two.
     *
     * @return how much {@code i} has grown, and {@code j} shrunk
     */
    double optimise(int i, int j, double kernel) {
        double step = (gradient[j] - gradient[i]) / curvature(kernel);
        double bounded = Math.min(step, Math.min(1 - alpha[i], alpha[j]));
        double sum = alpha[i] + alpha[j];
        // Whichever variable reaches its bound is set to it: comparisons with 0 and 1 must hold.
        if (bounded == alpha[j]) {
            alpha[j] = 0;
            alpha[i] = Math.min(1, sum);
        } else if (bounded == 1 - alpha[i]) {
            alpha[i] = 1;
            alpha[j] = sum - 1;
        } else {
            alpha[i] += bounded;
            alpha[j] = sum - alpha[i];
        }
        return bounded;
    }

    /** Second derivative along the exchange of weight between two variables; above 0 even for equal rows. */
    static double curvature(double kernel) {
        return Math.max(1e-12, 2 - 2 * kernel);
    }

    /**
     * The offset ρ: the gradient where 0 < α < 1, on average; if there is none, halfway between the bounds that the others set; and where
     * all are 1 (ν = 1), the least that leaves no training row inside.
     */
    double rho() {
        double sum = 0;
        int free = 0;
        double lower = Double.NEGATIVE_INFINITY;
        double upper = Double.POSITIVE_INFINITY;
        for (int i = 0; i < alpha.length; i++) {
            if (!canGrow(i)) {
                lower = Math.max(lower, gradient[i]);
            } else if (!canShrink(i)) {
                upper = Math.min(upper, gradient[i]);
            } else {
                sum += gradient[i];
                free++;
            }
        }
        if (free > 0) {
            return sum / free;
        }
        return upper == Double.POSITIVE_INFINITY ? lower : (lower + upper) / 2;
    }
}
