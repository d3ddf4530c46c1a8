package dev.outsole.svm;

import dev.outsole.blas.NativeFloats;
import dev.outsole.memory.MemoryBudget;
import dev.outsole.work.Attempt;
import java.util.stream.IntStream;

/**
 * Fits the one-class SVM (Schölkopf et al. 2001) by sequential minimal optimisation. Fits may run side by side: they share one budget of memory,
 * and one for which there is none waits for another to end.
 */
public final class OneClassSvmTrainer {
    /** Of all fits of this JVM: how many are at it together is for others to bound. */
    private static final MemoryBudget BUDGET = new MemoryBudget(Integer.MAX_VALUE);

    private static final long MEBIBYTE = 1L << 20;

    private OneClassSvmTrainer() {}

    /**
     * The decision function that is at least 0 for most of the rows.
     *
     * @param rows training rows {@code [n × d]}, n ≥ 2, finite
     * @throws dev.outsole.UserError if they aren't (the message names row and column), or are more than {@link SolverOptions#maxRows}
     */
    public static DecisionFunction fit(float[][] rows, SvmOptions options) {
        float[][] sample = IntStream.of(options.rowsToLearnFrom(rows.length))
                .mapToObj(i -> rows[i])
                .toArray(float[][]::new);
        TrainingRows.check(sample);
        double gamma = options.gamma().resolve(sample);
        try (MemoryBudget.Share budget = reserve(sample, options);
                KernelRows kernel = new KernelRows(sample, gamma, budget)) {
            return decisionFunction(sample, gamma, new Solver(kernel, options).solve());
        }
    }

    /** An interruption is thrown as it is, undeclared. */
    private static MemoryBudget.Share reserve(float[][] rows, SvmOptions options) {
        long limit = Math.min(options.computing().cacheMb() * MEBIBYTE, NativeFloats.mostBytes() / 2);
        long least = KernelRows.bytesAtLeast(rows.length, rows[0].length);
        return Attempt.of(() -> BUDGET.reserve(least, limit)).orThrow();
    }

    private static DecisionFunction decisionFunction(float[][] rows, double gamma, Dual solution) {
        int[] support =
                IntStream.range(0, rows.length).filter(solution::canShrink).toArray();
        return new DecisionFunction(
                gamma,
                solution.rho(),
                IntStream.of(support).mapToObj(i -> rows[i].clone()).toArray(float[][]::new),
                IntStream.of(support).mapToDouble(solution::alpha).toArray());
    }
}
