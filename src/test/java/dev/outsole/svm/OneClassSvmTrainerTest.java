package dev.outsole.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fits by hand and against scikit-learn 1.2. Tolerances leave room for kernels in single precision. */
class OneClassSvmTrainerTest {
    private static final Offset<Double> CLOSE = within(1e-5);
    private static final double FINE = 1e-8;

    /**
     * Two rows at distance 1, γ = 1, ν = 0.5: Σα = ν n = 1, by symmetry α = (0.5, 0.5), and f = 0 at both (neither is at its bound
     * 1), so ρ = 0.5 (1 + e⁻¹) = 0.68394. Half-way: f = e^(−1/4) − ρ = 0.77880 − 0.68394 = 0.09486. Far away: f = −ρ.
     */
    @Test
    void twoRowsAreSolvedByHand() {
        float[][] rows = {{0, 0}, {1, 0}};

        DecisionFunction function = OneClassSvmTrainer.fit(rows, new SvmOptions(0.5, new Gamma.Value(1), FINE));

        double rho = 0.5 * (1 + Math.exp(-1));
        assertThat(function.rho()).isCloseTo(rho, CLOSE);
        assertThat(function.values(new float[][] {{0, 0}, {1, 0}, {0.5f, 0}, {100, 0}}))
                .containsExactly(new double[] {0, 0, Math.exp(-0.25) - rho, -rho}, CLOSE);
        assertThat(coefficients(function)).containsExactly(new double[] {0.5, 0.5}, CLOSE);
    }

    /** Equal rows have kernel 1 everywhere: f = Σα − ρ with Σα = ν n = 2 and f = 0, so ρ = 2; γ is 1 since nothing varies. */
    @Test
    void equalRowsAreSolvedByHand() {
        float[][] rows = {{7, 7}, {7, 7}, {7, 7}, {7, 7}};

        DecisionFunction function = OneClassSvmTrainer.fit(rows, SvmOptions.DEFAULT);

        assertThat(function.gamma()).isEqualTo(1);
        assertThat(function.rho()).isCloseTo(2, CLOSE);
        assertThat(function.values(new float[][] {{7, 7}, {7, 8}}))
                .containsExactly(new double[] {0, 2 * Math.exp(-1) - 2}, CLOSE);
    }

    /**
     * Ten points in the plane, four to score, as scikit-learn has them:
     *
     * <pre>
     * X = np.array([[0, 0], [1, 0], [0, 1], [1, 1], [2, .5], [-.5, 2], [3, 3], [-2, -1.5], [.25, .75], [1.5, -1]])
     * T = np.array([[.5, .5], [3, 3], [-4, 4], [0, -1]])
     * m = OneClassSVM(nu=nu, gamma=gamma, tol=1e-10).fit(X)
     * m._gamma, m.offset_ (= rho), m.support_, m.dual_coef_, m.decision_function(T)
     * </pre>
     */
    private enum Fixture {
        SCALE(
                new SvmOptions(0.5, new Gamma.Scale(), FINE),
                0.2991772625280479,
                1.4108917688441112,
                new int[] {0, 4, 5, 6, 7, 9},
                new double[] {0.45267443, 0.67616635, 1, 1, 1, 0.87115922},
                new double[] {0.1018196985, -0.3088470972, -1.4030862246, -0.1828599663}),
        AUTO(
                new SvmOptions(0.2, new Gamma.Auto(), FINE),
                0.5,
                0.40944962937489054,
                new int[] {0, 3, 4, 5, 6, 7, 9},
                new double[] {0.23407026, 0.08224720, 0.24045837, 0.36062772, 0.40099701, 0.39831126, 0.28328818},
                new double[] {0.0449011750, 0, -0.4093428231, -0.1070839077}),
        NARROW(
                new SvmOptions(0.5, new Gamma.Value(2), FINE),
                2,
                0.6551386856955136,
                new int[] {0, 1, 2, 3, 4, 5, 6, 7, 9},
                new double[] {
                    0.52700995,
                    0.41255352,
                    0.46073185,
                    0.47883403,
                    0.57761393,
                    0.61649082,
                    0.65513834,
                    0.65513672,
                    0.61649083
                },
                new double[] {0.0444247988, 0, -0.6551386857, -0.5690991136}),
        MANY_OUTSIDE(
                new SvmOptions(0.85, new Gamma.Value(0.1), FINE),
                0.1,
                6.063788041472433,
                new int[] {0, 1, 2, 3, 4, 5, 6, 7, 9},
                new double[] {1, 0.89871665, 1, 0.60128335, 1, 1, 1, 1, 1},
                new double[] {0.1543871326, -3.1886745887, -5.6577685822, -0.9219629808});

        private static final float[][] TRAIN = {
            {0, 0}, {1, 0}, {0, 1}, {1, 1}, {2, 0.5f}, {-0.5f, 2}, {3, 3}, {-2, -1.5f}, {0.25f, 0.75f}, {1.5f, -1}
        };
        private static final float[][] TEST = {{0.5f, 0.5f}, {3, 3}, {-4, 4}, {0, -1}};

        private final SvmOptions options;
        private final double gamma;
        private final double rho;
        private final int[] support;
        private final double[] coefficients;
        private final double[] values;

        Fixture(SvmOptions options, double gamma, double rho, int[] support, double[] coefficients, double[] values) {
            this.options = options;
            this.gamma = gamma;
            this.rho = rho;
            this.support = support;
            this.coefficients = coefficients;
            this.values = values;
        }

        private DecisionFunction fitted() {
            return OneClassSvmTrainer.fit(TRAIN, options);
        }
    }

    @ParameterizedTest
    @EnumSource(Fixture.class)
    void findsScikitLearnsSupportVectors(Fixture fixture) {
        DecisionFunction function = fixture.fitted();

        assertThat(function.gamma()).isCloseTo(fixture.gamma, within(1e-14));
        assertThat(IntStream.range(0, function.supportVectorCount()).mapToObj(function::supportVector))
                .containsExactlyElementsOf(Arrays.stream(fixture.support)
                        .mapToObj(i -> Fixture.TRAIN[i])
                        .toList());
        assertThat(coefficients(function)).containsExactly(fixture.coefficients, within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(Fixture.class)
    void givesScikitLearnsDecisionValues(Fixture fixture) {
        DecisionFunction function = fixture.fitted();

        assertThat(function.rho()).isCloseTo(fixture.rho, CLOSE);
        assertThat(function.values(Fixture.TEST)).containsExactly(fixture.values, CLOSE);
    }

    /** The same, with rows that stand there several times: {@code X = np.vstack([X, X[:5], X[:5], X[:2]])}, ν = 0.3, γ = 'scale'. */
    @Test
    void givesScikitLearnsDecisionValuesOfDuplicates() {
        float[][] rows = Stream.of(10, 5, 5, 2)
                .flatMap(count -> Arrays.stream(Fixture.TRAIN).limit(count))
                .toArray(float[][]::new);

        DecisionFunction function = OneClassSvmTrainer.fit(rows, new SvmOptions(0.3, new Gamma.Scale(), FINE));

        assertThat(function.gamma()).isCloseTo(0.514483125166091, within(1e-14));
        assertThat(function.rho()).isCloseTo(1.69205309, CLOSE);
        assertThat(function.values(Fixture.TEST))
                .containsExactly(new double[] {0.21044216, -0.65941041, -1.69181849, -0.57194133}, CLOSE);
    }

    /** The definition of ν: at most ν n rows are outside, and at least ν n are support vectors, whose coefficients sum to ν n. */
    @ParameterizedTest
    @EnumSource(Fixture.class)
    void nuBoundsOutliersAndSupportVectors(Fixture fixture) {
        DecisionFunction function = fixture.fitted();
        double share = fixture.options.nu() * Fixture.TRAIN.length;

        long outside = Arrays.stream(function.values(Fixture.TRAIN))
                .filter(value -> value < -1e-5)
                .count();
        assertThat((double) outside).isLessThanOrEqualTo(share);
        assertThat((double) function.supportVectorCount()).isGreaterThanOrEqualTo(share);
        assertThat(Arrays.stream(coefficients(function)).sum()).isCloseTo(share, CLOSE);
    }

    @Test
    void leavesItsRowsAlone() {
        float[][] rows = {{0, 1}, {1, 0}, {2, 2}};

        OneClassSvmTrainer.fit(rows, SvmOptions.DEFAULT);

        assertThat(rows).isDeepEqualTo(new float[][] {{0, 1}, {1, 0}, {2, 2}});
    }

    private static double[] coefficients(DecisionFunction function) {
        return IntStream.range(0, function.supportVectorCount())
                .mapToDouble(function::coefficient)
                .toArray();
    }
}
