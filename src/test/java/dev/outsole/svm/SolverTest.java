package dev.outsole.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.memory.MemoryBudget;
import dev.outsole.work.Attempt;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold at the solution of any one-class problem, whoever computes it. */
class SolverTest {
    private static final int ROWS = 700;
    private static final double TOLERANCE = 1e-4;
    private static final double[] NUS = {0.01, 0.1, 0.25, 0.5, 0.75, 0.9};

    static Stream<Arguments> problems() {
        return Stream.of(TestRows.values()).flatMap(kind -> Arrays.stream(NUS).mapToObj(nu -> Arguments.of(kind, nu)));
    }

    /**
     * Karush, Kuhn and Tucker: with f = Kα − ρ, αᵢ = 0 where f > 0, αᵢ = 1 where f &lt; 0, anything between where f = 0. The kernel here is
     * computed in double precision, so the tolerance is that of the solver and of sums of kernels in single precision.
     */
    @ParameterizedTest
    @MethodSource("problems")
    void optimalityConditionsHold(TestRows kind, double nu) {
        float[][] rows = kind.make(ROWS, 1);
        double gamma = new Gamma.Scale().resolve(rows);
        Dual solution = solve(rows, gamma, nu);
        double slack = TOLERANCE + 1e-6 * nu * ROWS;

        double sum = 0;
        for (int i = 0; i < ROWS; i++) {
            double alpha = solution.alpha(i);
            double value = gradient(rows, solution, gamma, i) - solution.rho();
            sum += alpha;
            assertThat(alpha).isBetween(0.0, 1.0);
            if (alpha < 1) {
                assertThat(value).isGreaterThanOrEqualTo(-slack);
            }
            if (alpha > 0) {
                assertThat(value).isLessThanOrEqualTo(slack);
            }
        }
        assertThat(sum).isCloseTo(nu * ROWS, within(1e-9 * ROWS));
    }

    /** Schölkopf et al. (2001), proposition 4: ν bounds outliers from above and support vectors from below. */
    @ParameterizedTest
    @MethodSource("problems")
    void nuBoundsOutliersAndSupportVectors(TestRows kind, double nu) {
        float[][] rows = kind.make(ROWS, 2);
        DecisionFunction function = OneClassSvmTrainer.fit(rows, new SvmOptions(nu, new Gamma.Scale(), TOLERANCE));

        long outliers = Arrays.stream(function.values(rows))
                .filter(value -> value < -2 * TOLERANCE)
                .count();
        assertThat(outliers / (double) ROWS).isLessThanOrEqualTo(nu);
        assertThat(function.supportVectorCount() / (double) ROWS).isGreaterThanOrEqualTo(nu);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void libsvmFindsTheSame(TestRows kind, double nu) {
        float[][] rows = kind.make(ROWS, 3);
        float[][] others = kind.make(50, 4);
        double gamma = new Gamma.Scale().resolve(rows);
        DecisionFunction ours = OneClassSvmTrainer.fit(rows, new SvmOptions(nu, new Gamma.Scale(), 1e-6));
        LibSvm reference = LibSvm.fit(rows, nu, gamma, 1e-6);

        double[] values = ours.values(others);
        double[] expected = Arrays.stream(others).mapToDouble(reference::value).toArray();
        double range = Arrays.stream(expected).max().orElseThrow()
                - Arrays.stream(expected).min().orElseThrow();
        assertThat(ours.rho()).isCloseTo(reference.rho(), within(1e-5 * reference.rho()));
        assertThat(values).containsExactly(expected, within(1e-4 * range));
    }

    /** With ν = 1 every coefficient is 1, and no training row is inside: the best of them is on the edge. */
    @ParameterizedTest
    @EnumSource(TestRows.class)
    void withNuOfOneAllRowsAreSupportVectors(TestRows kind) {
        float[][] rows = kind.make(100, 5);
        DecisionFunction function = OneClassSvmTrainer.fit(rows, new SvmOptions(1, new Gamma.Scale(), 1e-3));

        assertThat(function.supportVectorCount()).isEqualTo(100);
        assertThat(IntStream.range(0, 100).mapToDouble(function::coefficient)).containsOnly(1.0);
        assertThat(Arrays.stream(function.values(rows)).max().orElseThrow()).isCloseTo(0, within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(TestRows.class)
    void shrinkingDoesNotChangeTheSolution(TestRows kind) {
        float[][] rows = kind.make(1500, 6);
        SolverOptions usual = SolverOptions.DEFAULT;
        SolverOptions plain = new SolverOptions(false, usual.cacheMb(), usual.maxRows());
        DecisionFunction shrinking = fit(rows, usual);
        DecisionFunction all = fit(rows, plain);

        assertThat(shrinking.rho()).isCloseTo(all.rho(), within(1e-5 * all.rho()));
    }

    private static DecisionFunction fit(float[][] rows, SolverOptions computing) {
        return OneClassSvmTrainer.fit(rows, new SvmOptions(0.3, new Gamma.Scale(), 1e-6, computing, 0, 1));
    }

    private static Dual solve(float[][] rows, double gamma, double nu) {
        long least = KernelRows.bytesAtLeast(rows.length, rows[0].length);
        try (MemoryBudget.Share budget = Attempt.of(() -> new MemoryBudget(1).reserve(least, 100L << 20))
                        .orThrow();
                KernelRows kernel = new KernelRows(rows, gamma, budget)) {
            return new Solver(kernel, new SvmOptions(nu, new Gamma.Scale(), TOLERANCE)).solve();
        }
    }

    private static double gradient(float[][] rows, Dual solution, double gamma, int i) {
        double sum = 0;
        for (int j = 0; j < rows.length; j++) {
            double distance = 0;
            for (int k = 0; k < rows[i].length; k++) {
                double difference = (double) rows[i][k] - rows[j][k];
                distance += difference * difference;
            }
            sum += solution.alpha(j) * Math.exp(-gamma * distance);
        }
        return sum;
    }
}
