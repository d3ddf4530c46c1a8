package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

class NetworkDefinitionTest {
    private static final int PIXELS = 784;
    private static final MultiLayerConfiguration REFERENCE =
            NetworkDefinition.training(PIXELS, AutoencoderOptions.DEFAULT);

    @Test
    void layersAreMirroredAroundTheBottleneck() {
        assertThat(NetworkDefinition.layerSizes(PIXELS, AutoencoderOptions.DEFAULT))
                .containsExactly(784, 128, 64, 32, 2, 32, 64, 128, 784);
        assertThat(NetworkDefinition.layerSizes(6, options(List.of(5), 3))).containsExactly(6, 5, 3, 5, 6);
        assertThat(NetworkDefinition.layerSizes(6, options(List.of(), 1))).containsExactly(6, 1, 6);
    }

    /** Weights and biases, layer by layer: 785·128 + 129·64 + 65·32 + 33·2 + 3·32 + 33·64 + 65·128 + 129·784. */
    @Test
    void theReferenceNetworkHasItsParameters() {
        MultiLayerNetwork network = initialised(REFERENCE);

        assertThat(network.numParams())
                .isEqualTo(785 * 128 + 129 * 64 + 65 * 32 + 33 * 2 + 3 * 32 + 33 * 64 + 65 * 128 + 129 * 784);
    }

    @Test
    void layersAreReluAndTheLastIsSigmoidWithSquaredError() {
        int last = REFERENCE.getConfs().size() - 1;

        assertThat(IntStream.range(0, last).mapToObj(i -> layer(i).getActivationFn()))
                .hasSize(7)
                .hasOnlyElementsOfType(ActivationReLU.class);
        assertThat(layer(last).getActivationFn()).isInstanceOf(ActivationSigmoid.class);
        assertThat(((OutputLayer) layer(last)).getLossFn()).isInstanceOf(LossMSE.class);
    }

    @Test
    void everyLayerLearnsWithKerassAdam() {
        for (int i = 0; i < REFERENCE.getConfs().size(); i++) {
            Adam adam = (Adam) layer(i).getIUpdater();
            assertThat(adam.getLearningRate()).isEqualTo(1e-3);
            assertThat(adam.getBeta1()).isEqualTo(0.9);
            assertThat(adam.getBeta2()).isEqualTo(0.999);
            assertThat(adam.getEpsilon()).isEqualTo(1e-7);
        }
    }

    /** Glorot-uniform: within ±√(6 / (784 + 128)), with the variance 2 / (784 + 128) of that uniform distribution. */
    @Test
    void weightsAreGlorotUniformAndBiasesZeroButForTheBottlenecks() {
        MultiLayerNetwork network = initialised(REFERENCE);

        INDArray weights = network.getLayer(0).getParam("W");
        double limit = Math.sqrt(6.0 / (784 + 128));
        assertThat(weights.maxNumber().doubleValue()).isLessThanOrEqualTo(limit).isGreaterThan(0.99 * limit);
        assertThat(weights.minNumber().doubleValue())
                .isGreaterThanOrEqualTo(-limit)
                .isLessThan(-0.99 * limit);
        assertThat(weights.varNumber().doubleValue()).isCloseTo(2.0 / (784 + 128), within(1e-4));
        for (int i = 0; i < network.getnLayers(); i++) {
            float start = i == 3 ? 6 : 0; // the bottleneck's units start switched on
            assertThat(network.getLayer(i).getParam("b").toFloatVector()).containsOnly(start);
        }
    }

    @Test
    void weightsFollowTheSeed() {
        float[] first =
                initialised(NetworkDefinition.training(6, seeded(1))).params().toFloatVector();
        float[] again =
                initialised(NetworkDefinition.training(6, seeded(1))).params().toFloatVector();
        float[] other =
                initialised(NetworkDefinition.training(6, seeded(2))).params().toFloatVector();

        assertThat(again).containsExactly(first);
        assertThat(other).isNotEqualTo(first);
    }

    private static FeedForwardLayer layer(int i) {
        return (FeedForwardLayer) REFERENCE.getConf(i).getLayer();
    }

    private static MultiLayerNetwork initialised(MultiLayerConfiguration configuration) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    private static AutoencoderOptions options(List<Integer> hiddenLayers, int latentDim) {
        return new AutoencoderOptions(hiddenLayers, latentDim, 1, 1, 0.1, 1, 1, 0, CollapseOptions.DEFAULT, 0);
    }

    private static AutoencoderOptions seeded(long seed) {
        return new AutoencoderOptions(List.of(5), 2, 1, 1, 0.1, 1, 1, 0, CollapseOptions.DEFAULT, seed);
    }
}
