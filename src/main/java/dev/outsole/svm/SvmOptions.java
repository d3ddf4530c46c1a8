package dev.outsole.svm;

import dev.outsole.InvalidSetting;
import dev.outsole.UserError;
import java.io.Serializable;

/**
 * What a one-class SVM is fitted with, named and set by default as in scikit-learn's {@code OneClassSVM} where that has it too.
 *
 * @param nu ν in (0, 1]: upper bound on the share of training rows outside, lower bound on the share of support vectors
 * @param gamma width of the RBF kernel
 * @param tolerance the solver stops when the KKT conditions hold to within this, above 0
 * @param computing how the solution is computed: hardly any of this changes it
 * @param sample learn from so many of the training rows, drawn at random; 0: from all
 * @param seed of that sample
 */
public record SvmOptions(double nu, Gamma gamma, double tolerance, SolverOptions computing, int sample, long seed)
        implements Serializable {
    public static final SvmOptions DEFAULT = new SvmOptions(0.5, new Gamma.Scale(), 1e-3);

    public SvmOptions {
        if (!(nu > 0 && nu <= 1)) {
            throw new InvalidSetting("nu", nu, "give a number above 0, at most 1");
        }
        if (!(tolerance > 0 && Double.isFinite(tolerance))) {
            throw new InvalidSetting("tol", tolerance, "give a number above 0, such as 1e-3");
        }
        if (sample < 0 || sample == 1) {
            throw new InvalidSetting("sample", sample, "give 0 (all rows), or a whole number of at least 2");
        }
    }

    /** On all rows, computed as usual. */
    public SvmOptions(double nu, Gamma gamma, double tolerance) {
        this(nu, gamma, tolerance, SolverOptions.DEFAULT, 0, 1);
    }

    /** The same with another seed. */
    public SvmOptions withSeed(long other) {
        return new SvmOptions(nu, gamma, tolerance, computing, sample, other);
    }

    /**
     * Which of {@code available} training rows are learnt from: their numbers from 0, ascending.
     *
     * @throws UserError if they are more than {@link SolverOptions#maxRows}
     */
    public int[] rowsToLearnFrom(long available) {
        long used = sample == 0 ? available : Math.min(sample, available);
        if (used > computing.maxRows() || available > Integer.MAX_VALUE) {
            throw new UserError(
                    "one-class SVM: " + used + " training rows, more than outsole.svm.max-rows = "
                            + computing.maxRows()
                            + ": learn from a sample (--svm-sample N), or raise outsole.svm.max-rows (time grows with the square)");
        }
        return RowSample.of((int) available, (int) used, seed);
    }
}
