package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.NetworkDefinition;
import dev.outsole.autoencoder.NetworkState;
import dev.outsole.autoencoder.TrainingState;
import dev.outsole.autoencoder.WorkerTraining;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.dataset.DataSet;

class AveragingMasterTest {

    /** Among them: an even deal, a last minibatch that is short, a worker with a row less, and with a minibatch less. */
    @ParameterizedTest(name = "{0} rows, {1} workers, batches of {2}, averaged every {3} steps")
    @CsvSource({
        "64, 2, 4, 8",
        "64, 2, 4, 3",
        "61, 2, 4, 3",
        "33, 2, 16, 1",
        "50, 1, 8, 2",
        "65, 3, 4, 2",
        "5, 2, 8, 8",
        "2, 2, 8, 8",
    })
    void isTheWeightedMeanOfWhatEachWorkerWouldHaveGotAlone(int rows, int workers, int batchSize, int frequency) {
        AutoencoderOptions options = options(batchSize, workers, frequency);

        Epoch epoch = epoch(rows, options);

        assertThat(epoch.examples).isEqualTo(rows);
        ByHand byHand = new ByHand(rows, options);
        assertThat(epoch.state.parameters()).containsExactly(byHand.parameters, within(1e-6f));
        assertThat(epoch.state.updaterState()).containsExactly(byHand.moments, within(1e-6f));
        assertThat(epoch.state.iteration()).isEqualTo(byHand.iteration);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4"})
    void sameSeedSameBits(int workers) {
        AutoencoderOptions options = options(4, workers, 2);

        TrainingState first = epoch(50, options).state;

        for (int i = 0; i < 3; i++) {
            assertThat(epoch(50, options).state.parameters()).containsExactly(first.parameters());
        }
    }

    @Test
    void aTaskThatIsTriedAgainChangesNothing() {
        AutoencoderOptions options = options(4, 2, 2);
        try (TrainingExamples examples = examples(50, options.workers())) {
            JavaRDD<DataSet> failing = examples.shares()
                    .mapPartitionsWithIndex(
                            (worker, share) -> {
                                if (worker == 1 && TaskContext.get().attemptNumber() == 0) {
                                    throw new IllegalStateException(
                                            "the first attempt fails, to see what the second does");
                                }
                                return share;
                            },
                            true);

            assertThat(epoch(examples, failing, options).state.parameters())
                    .containsExactly(epoch(50, options).state.parameters());
        }
    }

    @Test
    void memoryStaysFlatOverAThousandRounds() throws InterruptedException {
        AutoencoderOptions options = options(4, 2, 1);
        try (TrainingExamples examples = examples(16, 2)) {
            epoch(examples, examples.shares(), options);
            long storage = freeStorage();
            long nativeBytes = Pointer.totalBytes();

            SparkDl4jMultiLayer training =
                    training(options, examples, new AveragingMaster(options, TestImages.WIDTH, 16, state -> true));
            for (int i = 0; i < 500; i++) { // two rounds each
                training.fit(examples.shares());
            }

            // Spark drops the broadcasts of rounds at once, in its own time; its own, of tasks, when they are garbage.
            for (int i = 0; i < 100 && freeStorage() < storage; i++) {
                System.gc();
                Thread.sleep(100);
            }
            assertThat(freeStorage()).isGreaterThanOrEqualTo(storage);
            assertThat(Pointer.totalBytes()).isLessThan(nativeBytes + (1 << 20));
        }
    }

    @Test
    void theEpochEndsWhereItIsToldTo() {
        AutoencoderOptions options = options(4, 2, 2);
        try (TrainingExamples examples = examples(64, 2)) {
            List<Integer> iterations = new ArrayList<>();
            AveragingMaster master = new AveragingMaster(options, TestImages.WIDTH, 64, state -> {
                iterations.add(state.iteration());
                return iterations.size() < 3;
            });
            training(options, examples, master).fit(examples.shares());

            assertThat(iterations).containsExactly(2, 4, 6); // of 8 steps an epoch
        }
    }

    private static long freeStorage() {
        return TestSession.spark()
                .sparkContext()
                .getExecutorMemoryStatus()
                .values()
                .toList()
                .head()
                ._2$mcJ$sp();
    }

    private record Epoch(TrainingState state, long examples) {}

    private static Epoch epoch(int rows, AutoencoderOptions options) {
        try (TrainingExamples examples = examples(rows, options.workers())) {
            return epoch(examples, examples.shares(), options);
        }
    }

    private static Epoch epoch(TrainingExamples examples, JavaRDD<DataSet> shares, AutoencoderOptions options) {
        AveragingMaster master = new AveragingMaster(options, TestImages.WIDTH, examples.count(), state -> true);
        SparkDl4jMultiLayer training = training(options, examples, master);
        training.fit(shares);
        return new Epoch(NetworkState.of(training.getNetwork()), master.examples());
    }

    private static SparkDl4jMultiLayer training(
            AutoencoderOptions options, TrainingExamples examples, AveragingMaster master) {
        return new SparkDl4jMultiLayer(examples.spark(), NetworkDefinition.training(TestImages.WIDTH, options), master);
    }

    private static TrainingExamples examples(int rows, int workers) {
        return TrainingData.of(TestImages.BINARY.rows(rows), "features", workers, 0, 0)
                .training();
    }

    private static AutoencoderOptions options(int batchSize, int workers, int frequency) {
        return SmallOptions.of(List.of(4), 1, batchSize, workers, frequency, 7);
    }

    /** One epoch without Spark: row i belongs to worker i mod workers; each worker goes on from the mean of the last round. */
    private static final class ByHand {
        private float[] parameters;
        private float[] moments;
        private int iteration;

        ByHand(int rows, AutoencoderOptions options) {
            MultiLayerNetwork network = new MultiLayerNetwork(NetworkDefinition.training(TestImages.WIDTH, options));
            network.init();
            TrainingState start = NetworkState.of(network);
            parameters = start.parameters();
            moments = start.updaterState();
            int largestShare = (rows + options.workers() - 1) / options.workers();
            int steps = (largestShare + options.batchSize() - 1) / options.batchSize();
            for (int first = 0; first < steps; first += options.averagingFrequency()) {
                round(rows, options, first, options.averagingFrequency());
            }
        }

        private void round(int rows, AutoencoderOptions options, int first, int frequency) {
            WorkerTraining training = new WorkerTraining(TestImages.WIDTH, options);
            TrainingState start = new TrainingState(parameters, moments, iteration);
            float[] newParameters = new float[parameters.length];
            float[] newMoments = new float[moments.length];
            double examples = 0;
            for (int worker = 0; worker < options.workers(); worker++) {
                examples += training.run(start, share(rows, options.workers(), worker), worker, 0, first, frequency)
                        .examples();
            }
            for (int worker = 0; worker < options.workers(); worker++) {
                WorkerTraining.Result result =
                        training.run(start, share(rows, options.workers(), worker), worker, 0, first, frequency);
                double weight = result.examples() / examples;
                addTo(newParameters, result.state().parameters(), weight);
                addTo(newMoments, result.state().updaterState(), weight);
                iteration = Math.max(iteration, result.state().iteration());
            }
            parameters = newParameters;
            moments = newMoments;
        }

        private static float[][] share(int rows, int workers, int worker) {
            return IntStream.range(0, rows)
                    .filter(i -> i % workers == worker)
                    .mapToObj(TestImages::floats)
                    .toArray(float[][]::new);
        }

        private static void addTo(float[] sum, float[] values, double weight) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (float) (weight * values[i]);
            }
        }
    }
}
