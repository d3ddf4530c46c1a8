package dev.outsole.svm;

import dev.outsole.InvalidSetting;
import java.io.Serializable;

/**
 * How the one-class SVM's solution is computed.
 *
 * @param shrinking whether variables that seem settled at a bound are left out for a while: faster on many rows
 * @param cacheMb MiB of memory for kernel rows of all fits together, outside the heap, at least 1; the solution doesn't depend on it
 * @param maxRows most training rows there may be, at least 2: time grows with their square
 */
public record SolverOptions(boolean shrinking, int cacheMb, int maxRows) implements Serializable {
    public static final SolverOptions DEFAULT = new SolverOptions(true, 1024, 20_000);

    public SolverOptions {
        if (cacheMb < 1) {
            throw new InvalidSetting("cacheMb", cacheMb, "give a whole number of at least 1");
        }
        if (maxRows < 2) {
            throw new InvalidSetting("maxRows", maxRows, "give a whole number of at least 2");
        }
    }
}
