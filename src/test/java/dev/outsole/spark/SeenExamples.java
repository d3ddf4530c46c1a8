package dev.outsole.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.spark.api.TrainingHook;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Notes the numbers of the {@link TestImages} in every minibatch just before a worker takes its step. The workers' copies of the hook
 * come out of serialization, so the notes are static.
 */
final class SeenExamples implements TrainingHook {
    private static final long serialVersionUID = 1;
    private static final Map<Integer, List<List<Integer>>> MINIBATCHES = new TreeMap<>();

    static void forget() {
        synchronized (MINIBATCHES) {
            MINIBATCHES.clear();
        }
    }

    /** Minibatches by worker, each as the numbers of its images, in the order of the steps. */
    static Map<Integer, List<List<Integer>>> byWorker() {
        synchronized (MINIBATCHES) {
            return new TreeMap<>(MINIBATCHES);
        }
    }

    /** All numbers, of all workers. */
    static List<Integer> all() {
        return byWorker().values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void preUpdate(DataSet minibatch, Model model) {
        List<Integer> numbers = numbers(minibatch.getFeatures());
        synchronized (MINIBATCHES) {
            MINIBATCHES
                    .computeIfAbsent(TaskContext.getPartitionId(), worker -> new ArrayList<>())
                    .add(numbers);
        }
    }

    private static List<Integer> numbers(INDArray images) {
        List<Integer> numbers = new ArrayList<>();
        for (int row = 0; row < images.rows(); row++) {
            numbers.add(Math.round(images.getFloat(row, 0) * 255) + 256 * Math.round(images.getFloat(row, 1) * 255));
        }
        return numbers;
    }

    @Override
    public void postUpdate(DataSet minibatch, Model model) {}

    @Override
    public void preUpdate(MultiDataSet minibatch, Model model) {
        throw new UnsupportedOperationException("the network has one input");
    }

    @Override
    public void postUpdate(MultiDataSet minibatch, Model model) {
        throw new UnsupportedOperationException("the network has one input");
    }
}
