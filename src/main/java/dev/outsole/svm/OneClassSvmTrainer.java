package dev.outsole.svm;

import java.util.stream.IntStream;

/** Fits the one-class SVM (Schölkopf et al. 2001) by sequential minimal optimisation. Fits may run side by side. */
public final class OneClassSvmTrainer {

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
        try (KernelRows kernel =
                new KernelRows(sample, gamma, options.computing().cacheMb())) {
            return decisionFunction(sample, gamma, new Solver(kernel, options).solve());
        }
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
