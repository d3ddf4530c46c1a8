package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EncodingTest {
    private static final AutoencoderOptions OPTIONS = Fixtures.options(3, 20, 8);
    private static final int PIXELS = 30;

    /** 600 images are more than two blocks. */
    @Test
    void encodesAndReconstructsAsDl4jDoes() {
        ReferenceNetwork reference = ReferenceNetwork.initialised(PIXELS, OPTIONS);
        float[][] images = Fixtures.images(600, PIXELS, 5);
        List<float[]> activations = reference.activations(images);
        TrainedNetwork network = network(reference.state().parameters());

        float[] embedding = flat(network.encode(images));

        assertThat(embedding).hasSize(600 * 3);
        assertThat(Fixtures.relativeDistance(embedding, activations.get(3))).isLessThan(1e-6);
        double expected = squaredDistance(activations.get(6), flat(images));
        assertThat(network.squaredError(images)).isCloseTo(expected, within(1e-6 * expected));
    }

    /** Of each image DL4J's reconstruction, less the image, squared, its mean over the pixels. */
    @Test
    void measuresTheReconstructionOfEachImage() {
        ReferenceNetwork reference = ReferenceNetwork.initialised(PIXELS, OPTIONS);
        float[][] images = Fixtures.images(300, PIXELS, 5);
        float[] reconstructions = reference.activations(images).get(6);
        TrainedNetwork network = network(reference.state().parameters());

        Reconstruction reconstruction = network.reconstruct(images);

        assertThat(reconstruction.embedding()).isDeepEqualTo(network.encode(images));
        assertThat(reconstruction.error()).hasSize(300);
        for (int i = 0; i < 300; i++) {
            float[] own = Arrays.copyOfRange(reconstructions, i * PIXELS, (i + 1) * PIXELS);
            double expected = squaredDistance(own, images[i]) / PIXELS;
            assertThat(reconstruction.error()[i]).isCloseTo(expected, within(1e-6 * expected));
        }
    }

    @Test
    void takesNoImagesAtAll() {
        TrainedNetwork network = network(NetworkDefinition.initialParameters(PIXELS, OPTIONS));

        assertThat(network.encode(new float[0][])).isEmpty();
        assertThat(network.squaredError(new float[0][])).isZero();
    }

    @Test
    void servesManyThreadsAtOnce() {
        TrainedNetwork network = network(NetworkDefinition.initialParameters(PIXELS, OPTIONS));
        float[][][] batches = IntStream.range(0, 64)
                .mapToObj(i -> Fixtures.images(50, PIXELS, i))
                .toArray(float[][][]::new);
        float[][][] alone = Arrays.stream(batches).map(network::encode).toArray(float[][][]::new);

        float[][][] together =
                Arrays.stream(batches).parallel().map(network::encode).toArray(float[][][]::new);

        assertThat(together).isDeepEqualTo(alone);
    }

    @Test
    void refusesWhatDoesNotFit() {
        TrainedNetwork network = network(NetworkDefinition.initialParameters(PIXELS, OPTIONS));

        assertThatThrownBy(() -> network.encode(new float[1][29]))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("29 pixels")
                .hasMessageContaining("trained on 30");
        assertThatThrownBy(() -> new TrainedNetwork(new int[] {4, 2, 4}, new float[21]))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("21 parameters")
                .hasMessageContaining("need 22"); // 4 · 2 + 2 + 2 · 4 + 4
    }

    private static TrainedNetwork network(float[] parameters) {
        return new TrainedNetwork(NetworkDefinition.layerSizes(PIXELS, OPTIONS), parameters);
    }

    private static float[] flat(float[][] rows) {
        float[] values = new float[rows.length * rows[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i / rows[0].length][i % rows[0].length];
        }
        return values;
    }

    private static double squaredDistance(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.pow((double) one[i] - other[i], 2))
                .sum();
    }
}
