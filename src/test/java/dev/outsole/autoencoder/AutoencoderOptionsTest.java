package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoencoderOptionsTest {

    @Test
    void defaultsAreTheTutorials() {
        AutoencoderOptions defaults = AutoencoderOptions.DEFAULT;

        assertThat(defaults.hiddenLayers()).containsExactly(128, 64, 32);
        assertThat(defaults.latentDim()).isEqualTo(2);
        assertThat(defaults.epochs()).isEqualTo(50);
        assertThat(defaults.batchSize()).isEqualTo(32);
        assertThat(defaults.learningRate()).isEqualTo(0.001);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, 1, 1, hiddenLayers = 0",
        "1, 0, 1, 1, 1, 1, latentDim = 0",
        "1, 1, -1, 1, 1, 1, epochs = -1",
        "1, 1, 1, 0, 1, 1, batchSize = 0",
        "1, 1, 1, 1, 0, 1, workers = 0",
        "1, 1, 1, 1, 1, -8, averagingFrequency = -8",
    })
    void numbersBelowOneAreRefused(
            int hidden, int latentDim, int epochs, int batchSize, int workers, int frequency, String finding) {
        assertThatThrownBy(() -> new AutoencoderOptions(
                        List.of(8, hidden),
                        latentDim,
                        epochs,
                        batchSize,
                        0.1,
                        workers,
                        frequency,
                        0,
                        CollapseOptions.DEFAULT,
                        0))
                .isInstanceOf(UserError.class)
                .hasMessage(finding + ": give a whole number of at least 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aStepThatIsNoneIsRefused(double learningRate) {
        assertThatThrownBy(() ->
                        new AutoencoderOptions(List.of(8), 2, 1, 1, learningRate, 1, 1, 0, CollapseOptions.DEFAULT, 0))
                .isInstanceOf(UserError.class)
                .hasMessage("learningRate = " + learningRate + ": give a number above 0, such as 1e-3");
    }

    @ParameterizedTest
    @CsvSource({"1, 0.01", "4, 0.02", "9, 0.03"})
    void theStepGrowsWithTheRootOfTheWorkers(int workers, double rate) {
        AutoencoderOptions options =
                new AutoencoderOptions(List.of(8), 2, 1, 1, 0.01, workers, 1, 0, CollapseOptions.DEFAULT, 0);

        assertThat(options.workerLearningRate()).isCloseTo(rate, within(1e-15));
    }

    @Test
    void onesAreEnoughAndHiddenLayersMayBeNone() {
        assertThat(new AutoencoderOptions(
                                List.of(), 1, 1, 1, Double.MIN_VALUE, 1, 1, 0, CollapseOptions.DEFAULT, Long.MIN_VALUE)
                        .hiddenLayers())
                .isEmpty();
    }

    @Test
    void isACopy() {
        List<Integer> layers = new ArrayList<>(List.of(8));
        AutoencoderOptions options = new AutoencoderOptions(layers, 2, 1, 1, 0.1, 1, 1, 0, CollapseOptions.DEFAULT, 0);
        layers.add(4);

        assertThat(options.hiddenLayers()).containsExactly(8);
    }
}
