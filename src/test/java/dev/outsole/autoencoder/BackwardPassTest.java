package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackwardPassTest {
    private static final int[] SIZES = {9, 7, 2, 7, 9};

    @ParameterizedTest(name = "{0} images")
    @ValueSource(ints = {1, 2, 5})
    void agreesWithCentralDifferences(int rows) {
        float[] parameters = parameters(rows);
        float[][] images = Fixtures.images(rows, 9, rows);
        double[] doubles = new double[parameters.length];
        Arrays.setAll(doubles, i -> parameters[i]);
        double[] expected = new PlainNetwork(SIZES).gradient(doubles, images);

        float[] gradient = new float[parameters.length];
        double squaredError = run(parameters, images, gradient);

        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(largest).isGreaterThan(1e-3);
        // Single precision: some ten additions in each of four layers, each off by 6e-8 of the largest.
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) gradient[i])
                    .as("derivative %d", i)
                    .isCloseTo(expected[i], Offset.offset(3e-6 * largest));
        }
        assertThat(squaredError / rows / 9)
                .isCloseTo(new PlainNetwork(SIZES).loss(doubles, images), Offset.offset(1e-6));
    }

    /** All weights 0, all biases −1: the first layer is off, and only the output's biases can move. */
    @Test
    void passesNothingThroughUnitsThatAreOff() {
        float[] parameters = new float[Layout.of(SIZES).parameterCount()];
        Arrays.fill(parameters, 9 * 7, 9 * 7 + 7, -1);
        float[] gradient = new float[parameters.length];

        run(parameters, Fixtures.images(4, 9, 1), gradient);

        int outputBiases = parameters.length - 9;
        assertThat(Arrays.copyOf(gradient, outputBiases)).containsOnly(0);
        assertThat(Arrays.copyOfRange(gradient, outputBiases, parameters.length))
                .doesNotContain(0);
    }

    private static double run(float[] parameters, float[][] images, float[] gradient) {
        Layout layout = Layout.of(SIZES);
        try (Parameters shared = new Parameters(parameters);
                ForwardPass forward = new ForwardPass(layout, shared, layout.count(), images.length);
                BackwardPass backward = new BackwardPass(layout, shared, forward, images.length)) {
            forward.run(images, 0, images.length);
            double squaredError = backward.run(images, 0, images.length);
            backward.gradient().get(0, gradient, 0, gradient.length);
            return squaredError;
        }
    }

    /** Weights and biases in [−0.4, 0.8), so that some units are on and some are off. */
    private static float[] parameters(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] parameters = new float[Layout.of(SIZES).parameterCount()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) (1.2 * random.nextDouble() - 0.4);
        }
        return parameters;
    }
}
