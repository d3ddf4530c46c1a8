package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitialParametersTest {

    /** 10-6-2-6-10. Offsets: 10·6 = 60 weights, 6 biases; 66 + 6·2 = 78, 2 biases; 80 + 2·6 = 92, 6 biases; 98 + 6·10 = 158, 10 biases. */
    @Test
    void startsTheBottlenecksBiasesWhereTheOptionsSayAndAllOthersAtZero() {
        float[] parameters = NetworkDefinition.initialParameters(10, options(1, 2.5));

        assertThat(parameters).hasSize(168);
        assertThat(Arrays.copyOfRange(parameters, 60, 66)).containsOnly(0);
        assertThat(Arrays.copyOfRange(parameters, 78, 80)).containsOnly(2.5f);
        assertThat(Arrays.copyOfRange(parameters, 92, 98)).containsOnly(0);
        assertThat(Arrays.copyOfRange(parameters, 158, 168)).containsOnly(0);
    }

    /** Glorot-uniform: within ±√(6 / (inputs + outputs)) = √(6/16) = 0.612 in the first layer, and filling that range. */
    @Test
    void drawsTheWeightsFromTheSeedAlone() {
        float[] parameters = NetworkDefinition.initialParameters(10, options(1, 0));

        float[] weights = Arrays.copyOf(parameters, 60);
        Arrays.sort(weights);
        assertThat(weights[0]).isBetween(-0.6124f, -0.45f);
        assertThat(weights[59]).isBetween(0.45f, 0.6124f);
        assertThat(NetworkDefinition.initialParameters(10, options(1, 0))).containsExactly(parameters);
        assertThat(NetworkDefinition.initialParameters(10, options(2, 0))).isNotEqualTo(parameters);
    }

    @Test
    void refusesABiasThatIsNotANumber() {
        assertThatThrownBy(() -> options(1, Double.NaN))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("bottleneckBias = NaN");
    }

    private static AutoencoderOptions options(long seed, double bottleneckBias) {
        return new AutoencoderOptions(
                List.of(6), 2, 1, 32, 1e-3, 1, 1, 0, new CollapseOptions(bottleneckBias, 0, false), seed);
    }
}
