package dev.outsole.autoencoder;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The autoencoder as a DL4J network: dense layers, ReLU everywhere (the bottleneck too), sigmoid output, mean squared error, Adam,
 * Glorot-uniform weights (Glorot and Bengio 2010), zero biases, save those of the bottleneck where the options say otherwise.
 */
public final class NetworkDefinition {
    static final double ADAM_BETA1 = 0.9;
    static final double ADAM_BETA2 = 0.999;
    /** Keras's, which the tutorial trained with; DL4J's own default is 1e-8. */
    static final double ADAM_EPSILON = 1e-7;

    private NetworkDefinition() {}

    /** Units of all layers from input to output, such as 784, 128, 64, 32, 2, 32, 64, 128, 784. */
    public static int[] layerSizes(int inputs, AutoencoderOptions options) {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(inputs);
        sizes.addAll(options.hiddenLayers());
        sizes.add(options.latentDim());
        for (int i = options.hiddenLayers().size() - 1; i >= 0; i--) {
            sizes.add(options.hiddenLayers().get(i));
        }
        sizes.add(inputs);
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The network to train; its weights are drawn from the options' seed when DL4J initialises it. */
    public static MultiLayerConfiguration training(int inputs, AutoencoderOptions options) {
        Backend.load(); // or DL4J would, without OpenBLAS being told of the processor
        int[] sizes = layerSizes(inputs, options);
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(options.seed())
                .updater(new Adam(options.workerLearningRate(), ADAM_BETA1, ADAM_BETA2, ADAM_EPSILON))
                .weightInit(WeightInit.XAVIER_UNIFORM) // DL4J's name of Glorot-uniform
                .biasInit(0)
                .activation(Activation.RELU)
                .list();
        int bottleneck = options.hiddenLayers().size();
        int output = 2 * bottleneck + 1;
        for (int i = 0; i < output; i++) {
            layers.layer(hidden(
                    sizes[i], sizes[i + 1], i == bottleneck ? options.collapse().bottleneckBias() : 0));
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MSE)
                .nIn(sizes[output])
                .nOut(sizes[output + 1])
                .activation(Activation.SIGMOID)
                .build());
        return layers.build();
    }

    private static DenseLayer hidden(int inputs, int outputs, double bias) {
        return new DenseLayer.Builder().nIn(inputs).nOut(outputs).biasInit(bias).build();
    }

    /** Weights and biases to start from, drawn from the options' seed by DL4J, as the flat vector in its own order. */
    public static float[] initialParameters(int inputs, AutoencoderOptions options) {
        MultiLayerNetwork network = new MultiLayerNetwork(training(inputs, options));
        network.init();
        return network.params().toFloatVector();
    }
}
