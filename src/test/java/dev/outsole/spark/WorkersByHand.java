package dev.outsole.spark;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.NetworkDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Parameter averaging without Spark: each worker's network is fitted alone on the driver, one after the other. */
final class WorkersByHand {
    private final MultiLayerConfiguration configuration;
    private INDArray parameters;
    private INDArray moments;

    WorkersByHand(AutoencoderOptions options) {
        configuration = NetworkDefinition.training(TestImages.WIDTH, options);
        MultiLayerNetwork start = new MultiLayerNetwork(configuration.clone());
        start.init();
        parameters = start.params().dup();
        moments = start.getUpdater().getStateViewArray().dup();
    }

    float[] parameters() {
        return parameters.toFloatVector();
    }

    /** One round: a worker without minibatches has nothing to say. Gives each worker's own parameters before the averaging. */
    List<float[]> round(Collection<List<List<Integer>>> minibatchesByWorker, int averagingFrequency) {
        List<INDArray> allParameters = new ArrayList<>();
        List<INDArray> allMoments = new ArrayList<>();
        for (List<List<Integer>> minibatches : minibatchesByWorker) {
            if (!minibatches.isEmpty()) {
                MultiLayerNetwork worker = fitted(minibatches);
                allParameters.add(worker.params().dup());
                allMoments.add(worker.getUpdater().getStateViewArray().dup());
            }
        }
        parameters = mean(allParameters);
        moments = mean(allMoments);
        configuration.setIterationCount(configuration.getIterationCount() + averagingFrequency);
        return allParameters.stream().map(INDArray::toFloatVector).toList();
    }

    private MultiLayerNetwork fitted(List<List<Integer>> minibatches) {
        MultiLayerNetwork worker = new MultiLayerNetwork(configuration.clone());
        worker.init(parameters.dup(), false);
        worker.setUpdater(new MultiLayerUpdater(worker, moments.dup()));
        for (List<Integer> minibatch : minibatches) {
            INDArray images = Nd4j.createFromArray(
                    minibatch.stream().map(TestImages::floats).toArray(float[][]::new));
            worker.fit(images, images);
        }
        return worker;
    }

    private static INDArray mean(List<INDArray> arrays) {
        INDArray sum = Nd4j.zerosLike(arrays.get(0));
        arrays.forEach(sum::addi);
        return sum.divi(arrays.size());
    }
}
