package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against DL4J's {@code MultiLayerNetwork.fit}. Distances are Euclidean, relative to the length of DL4J's vector; both compute in single
 * precision but add in different orders, and over 100 steps differences of 1e-7 grow to 1e-6 or 1e-5.
 */
class TrainingStepTest {
    private static final double TOLERANCE = 1e-4;

    static List<Arguments> networks() {
        return List.of(
                Arguments.of("the reference network", 784, AutoencoderOptions.DEFAULT, 32, 100),
                Arguments.of("one-example batches", 20, Fixtures.options(2, 16), 1, 100),
                Arguments.of("no hidden layers", 12, Fixtures.options(5), 8, 100),
                Arguments.of("a wide bottleneck, odd sizes", 33, Fixtures.options(7, 19, 11), 13, 100),
                Arguments.of("one unit", 5, Fixtures.options(1, 3), 4, 100));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void takesTheStepsOfDl4j(String name, int pixels, AutoencoderOptions options, int batch, int steps) {
        ReferenceNetwork reference = ReferenceNetwork.initialised(pixels, options);
        TrainingState start = reference.state();
        float[][] images = Fixtures.images(batch * 10, pixels, 1);
        try (TrainingStep step = step(pixels, options, batch, start)) {
            for (int i = 0; i < steps; i++) {
                int from = i % 10 * batch;
                reference.fit(Arrays.copyOfRange(images, from, from + batch));
                step.run(images, from, batch);
            }
            assertSame(step.state(), reference.state());
        }
        assertThat(Fixtures.relativeDistance(
                        start.parameters(), reference.state().parameters()))
                .as("what was learnt, beside the tolerance")
                .isGreaterThan(100 * TOLERANCE);
    }

    @Test
    void takesBatchesOfAnySizeUpToTheLargest() {
        AutoencoderOptions options = Fixtures.options(3, 16, 8);
        ReferenceNetwork reference = ReferenceNetwork.initialised(30, options);
        float[][] images = Fixtures.images(32, 30, 2);
        try (TrainingStep step = step(30, options, 32, reference.state())) {
            for (int i = 0; i < 20; i++) {
                for (int batch : new int[] {32, 7, 1, 31}) {
                    reference.fit(Arrays.copyOf(images, batch));
                    step.run(images, 0, batch);
                }
            }
            assertSame(step.state(), reference.state());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> step.run(images, 0, 33))
                    .withMessageContaining("33 images");
        }
    }

    /** 30 steps of DL4J's; and 10 of ours, 10 of DL4J's, 10 of ours. */
    @Test
    void handsOverToDl4jAndBack() {
        AutoencoderOptions options = Fixtures.options(2, 24, 8);
        float[][] images = Fixtures.images(16, 40, 3);
        ReferenceNetwork reference = ReferenceNetwork.initialised(40, options);
        TrainingState start = reference.state();
        fit(reference, images, 30);

        ReferenceNetwork middle = ReferenceNetwork.continuing(40, options, trained(options, images, start));
        fit(middle, images, 10);
        TrainingState end = trained(options, images, middle.state());

        assertSame(end, reference.state());
    }

    private static void fit(ReferenceNetwork network, float[][] images, int steps) {
        for (int i = 0; i < steps; i++) {
            network.fit(images);
        }
    }

    private static TrainingState trained(AutoencoderOptions options, float[][] images, TrainingState start) {
        try (TrainingStep step = step(40, options, images.length, start)) {
            for (int i = 0; i < 10; i++) {
                step.run(images, 0, images.length);
            }
            return step.state();
        }
    }

    @Test
    void givesTheSameBitsEachTime() {
        AutoencoderOptions options = Fixtures.options(2, 24, 8);
        float[][] images = Fixtures.images(16, 40, 4);
        TrainingState start = ReferenceNetwork.initialised(40, options).state();

        TrainingState first = trained(options, images, start);
        TrainingState second = trained(options, images, start);

        assertThat(second.parameters()).containsExactly(first.parameters());
        assertThat(second.updaterState()).containsExactly(first.updaterState());
    }

    private static TrainingStep step(int pixels, AutoencoderOptions options, int batch, TrainingState start) {
        Layout layout = Layout.of(NetworkDefinition.layerSizes(pixels, options));
        return new TrainingStep(layout, options.learningRate(), batch, start);
    }

    private static void assertSame(TrainingState actual, TrainingState expected) {
        assertThat(Fixtures.relativeDistance(actual.parameters(), expected.parameters()))
                .as("parameters")
                .isLessThan(TOLERANCE);
        assertThat(Fixtures.relativeDistance(actual.updaterState(), expected.updaterState()))
                .as("moments")
                .isLessThan(10 * TOLERANCE);
        assertThat(actual.iteration()).isEqualTo(expected.iteration());
    }
}
