package dev.outsole.svm;

import dev.outsole.UserError;
import java.io.Serializable;

/**
 * What a one-class SVM is fitted with, named and set by default as in scikit-learn's {@code OneClassSVM}.
 *
 * @param nu ν in (0, 1): upper bound on the share of training rows outside, lower bound on the share of support vectors; at 1 every row
 *     would be at its bound, and nothing would determine ρ
 * @param gamma width of the RBF kernel
 * @param tolerance the solver stops when the KKT conditions hold to within this, above 0
 */
public record SvmOptions(double nu, Gamma gamma, double tolerance) implements Serializable {
    public static final SvmOptions DEFAULT = new SvmOptions(0.5, new Gamma.Scale(), 1e-3);

    public SvmOptions {
        if (!(nu > 0 && nu < 1)) {
            throw new UserError("nu = " + nu + ": give a number above 0 and below 1");
        }
        if (!(tolerance > 0 && Double.isFinite(tolerance))) {
            throw new UserError("tol = " + tolerance + ": give a number above 0, such as 1e-3");
        }
    }
}
