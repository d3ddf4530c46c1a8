package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedNetworkTest {
    /** 2-1-2: encoder weights 0.5 and −0.25, bias 0.1; decoder weights 2 and −1, biases 0 and 0.5. */
    private final TrainedNetwork tiny =
            new TrainedNetwork(new int[] {2, 1, 2}, new float[] {0.5f, -0.25f, 0.1f, 2, -1, 0, 0.5f});

    private static final float[][] IMAGES = {{1, 0.5f}, {0, 1}};

    /** ReLU(0.5 · 1 − 0.25 · 0.5 + 0.1) = 0.475; ReLU(−0.25 · 1 + 0.1) = ReLU(−0.15) = 0. */
    @Test
    void encodesByHand() {
        float[][] embedding = tiny.encode(IMAGES);

        assertThat(embedding).hasDimensions(2, 1);
        assertThat(embedding[0][0]).isCloseTo(0.475f, within(1e-6f));
        assertThat(embedding[1][0]).isZero();
    }

    /**
     * From 0.475: σ(0.95) = 0.7211152 and σ(−0.475 + 0.5) = 0.5062497, so (1 − 0.7211152)² + (0.5 − 0.5062497)² = 0.0778158. From 0:
     * σ(0) = 0.5 and σ(0.5) = 0.6224593, so (0 − 0.5)² + (1 − 0.6224593)² = 0.3925370.
     */
    @Test
    void squaredErrorIsSummedOverImagesAndPixels() {
        assertThat(tiny.squaredError(new float[][] {IMAGES[0]})).isCloseTo(0.0778158, within(1e-6));
        assertThat(tiny.squaredError(new float[][] {IMAGES[1]})).isCloseTo(0.3925370, within(1e-6));
        assertThat(tiny.squaredError(IMAGES)).isCloseTo(0.4703528, within(1e-6));
    }

    /**
     * 3-2-3, encoder weights column by column: unit 0 has (1, 2, 3) and bias 0.5, unit 1 has (4, 5, 6) and bias −10. (1, 1, 0): 3.5 and 9
     * − 10 < 0. (0, 1, 2): 8 + 0.5 and 17 − 10.
     */
    @Test
    void weightsAreColumnByColumn() {
        float[] parameters = Arrays.copyOf(new float[] {1, 2, 3, 4, 5, 6, 0.5f, -10}, 17);
        TrainedNetwork network = new TrainedNetwork(new int[] {3, 2, 3}, parameters);

        assertThat(network.encode(new float[][] {{1, 1, 0}, {0, 1, 2}})).isDeepEqualTo(new float[][] {
            {3.5f, 0}, {8.5f, 7}
        });
    }

    /** 1-1-1-1-1: ReLU(2 x + 1), then ReLU(3 · that − 2) is the bottleneck, two layers deep: x = 1 gives 3, then 7. */
    @Test
    void theBottleneckIsInTheMiddle() {
        TrainedNetwork network = new TrainedNetwork(new int[] {1, 1, 1, 1, 1}, new float[] {2, 1, 3, -2, 9, 9, 9, 9});

        assertThat(network.encode(new float[][] {{1}})).isDeepEqualTo(new float[][] {{7}});
    }

    @Test
    void worksAgainAfterTravelling() throws IOException, ClassNotFoundException {
        tiny.encode(IMAGES);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(tiny);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            TrainedNetwork arrived = (TrainedNetwork) in.readObject();
            assertThat(arrived.encode(IMAGES)).isDeepEqualTo(tiny.encode(IMAGES));
            assertThat(arrived.layerSizes()).containsExactly(2, 1, 2);
        }
    }

    @Test
    void keepsItsNumbersToItself() {
        tiny.parameters()[0] = 99;
        tiny.layerSizes()[0] = 99;

        assertThat(tiny.parameters()).containsExactly(0.5f, -0.25f, 0.1f, 2, -1, 0, 0.5f);
        assertThat(tiny.inputs()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 8})
    void anotherNumberOfParametersIsRefused(int count) {
        assertThatThrownBy(() -> new TrainedNetwork(new int[] {2, 1, 2}, new float[count]))
                .isInstanceOf(UserError.class)
                .hasMessage("autoencoder: " + count + " parameters, but its layers need 7");
    }

    @Test
    void imagesOfAnotherWidthAreRefused() {
        float[][] images = {{1, 2}, {1, 2, 3}};
        String message = "autoencoder: an image has 3 pixels, but the model was trained on 2";

        assertThatThrownBy(() -> tiny.encode(images))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
        assertThatThrownBy(() -> tiny.squaredError(images))
                .isInstanceOf(UserError.class)
                .hasMessage(message);
    }
}
