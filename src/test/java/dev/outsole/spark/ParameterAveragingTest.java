package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.NetworkDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ParameterAveragingTest {

    @Nested
    class Examples {
        /** Among them: an even deal, a last minibatch that is short, a worker with a row less, and with a minibatch less. */
        @ParameterizedTest(name = "{0} rows, {1} workers, batches of {2}, averaged every {3} steps")
        @CsvSource({
            "64, 2, 4, 8",
            "64, 2, 4, 3",
            "64, 2, 4, 1",
            "61, 2, 4, 3",
            "300, 2, 8, 5",
            "33, 2, 16, 1",
            "50, 1, 8, 2",
            "50, 1, 1, 2",
            "65, 3, 4, 2",
            "5, 2, 8, 8",
            "2, 2, 8, 8",
        })
        void everyExampleIsUsedOnceInEveryEpoch(int rows, int workers, int batchSize, int averagingFrequency) {
            for (int epochs = 1; epochs <= 2; epochs++) {
                watched(rows, options(epochs, batchSize, workers, averagingFrequency));

                assertThat(SeenExamples.all()).containsExactlyInAnyOrderElementsOf(times(epochs, rows));
            }
        }

        private List<Integer> times(int epochs, int rows) {
            return IntStream.range(0, epochs * rows).map(i -> i % rows).boxed().toList();
        }
    }

    @Nested
    class Averages {
        /**
         * Each worker takes its steps alone on the driver, with DL4J's own fit; then parameters and Adam's moments are averaged by hand.
         * With 33 rows in batches of 16 the second worker has no minibatch in the second round, so the first one's count alone.
         */
        @ParameterizedTest(name = "{0} rows, {1} workers, batches of {2}, averaged every {3} steps")
        @CsvSource({"16, 2, 4, 8", "24, 2, 4, 1", "40, 2, 4, 2", "33, 2, 16, 1", "24, 3, 4, 2", "20, 1, 4, 1"})
        void areTheMeanOfWhatEachWorkerWouldHaveGotAlone(int rows, int workers, int batchSize, int averagingFrequency) {
            AutoencoderOptions options = options(1, batchSize, workers, averagingFrequency);

            float[] averaged = watched(rows, options).network().parameters();

            Map<Integer, List<List<Integer>>> minibatches = SeenExamples.byWorker();
            int steps = minibatches.get(0).size();
            int frequency = workers == 1 ? steps : Math.min(averagingFrequency, steps);
            WorkersByHand byHand = new WorkersByHand(options);
            for (int first = 0; first < steps; first += frequency) {
                byHand.round(slices(minibatches, first, frequency), frequency);
            }
            assertThat(averaged).containsExactly(byHand.parameters(), within(1e-6f));
        }

        /** Otherwise the mean would show nothing. */
        @Test
        void areOfWorkersThatDiffer() {
            AutoencoderOptions options = options(1, 4, 2, 8);
            watched(16, options);

            List<float[]> alone =
                    new WorkersByHand(options).round(SeenExamples.byWorker().values(), 8);

            assertThat(alone).hasSize(2);
            assertThat(largestDifference(alone.get(0), alone.get(1))).isGreaterThan(1e-3);
        }

        private static List<List<List<Integer>>> slices(
                Map<Integer, List<List<Integer>>> minibatches, int first, int count) {
            return minibatches.values().stream()
                    .map(all -> all.stream().skip(first).limit(count).toList())
                    .toList();
        }

        private static double largestDifference(float[] a, float[] b) {
            return IntStream.range(0, a.length)
                    .mapToDouble(i -> Math.abs(a[i] - b[i]))
                    .max()
                    .orElseThrow();
        }
    }

    @Nested
    class Repeats {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void sameSeedSameNumbers(int workers) {
            AutoencoderOptions options = options(2, 8, workers, 2);

            ParameterAveraging.Result first = watched(50, options);
            ParameterAveraging.Result second = watched(50, options);

            assertThat(second.network().parameters())
                    .containsExactly(first.network().parameters());
            assertThat(second.loss()).isEqualTo(first.loss());
        }

        @Test
        void anotherSeedIsAnotherStartAndAnotherOrder() {
            AutoencoderOptions options = options(1, 8, 2, 2);
            AutoencoderOptions other = new AutoencoderOptions(List.of(4), 2, 1, 8, 0.01, 2, 2, options.seed() + 1);

            float[] parameters = watched(50, options).network().parameters();
            Map<Integer, List<List<Integer>>> order = SeenExamples.byWorker();

            assertThat(watched(50, other).network().parameters()).isNotEqualTo(parameters);
            assertThat(SeenExamples.byWorker()).isNotEqualTo(order);
        }

        @Test
        void everyEpochHasItsOwnOrder() {
            watched(50, options(2, 50, 1, 1));

            List<List<Integer>> epochs = SeenExamples.byWorker().get(0);

            assertThat(epochs).hasSize(2);
            assertThat(epochs.get(0)).isNotEqualTo(epochs.get(1)).isNotEqualTo(inOrder(50));
        }

        private static List<Integer> inOrder(int count) {
            return IntStream.range(0, count).boxed().toList();
        }
    }

    @Nested
    class Loss {
        /** Recomputed from the definition: squared differences of image and reconstruction, by row and pixel, with the last parameters. */
        @Test
        void isTheMeanSquaredErrorPerPixelOverAllRows() {
            ParameterAveraging.Result result = watched(21, options(3, 8, 2, 1));

            float[][] images =
                    IntStream.range(0, 21).mapToObj(TestImages::floats).toArray(float[][]::new);
            MultiLayerNetwork network =
                    new MultiLayerNetwork(NetworkDefinition.training(TestImages.WIDTH, options(3, 8, 2, 1)));
            network.init(Nd4j.createFromArray(new float[][] {result.network().parameters()}), false);
            INDArray input = Nd4j.createFromArray(images);
            INDArray difference = network.output(input).sub(input);
            double expected = difference.mul(difference).meanNumber().doubleValue();

            assertThat(result.loss()).hasSize(3);
            assertThat(result.loss().get(2)).isCloseTo(expected, within(1e-7));
        }

        @Test
        void isToldAfterEveryEpochAndFalls() {
            List<String> heard = new ArrayList<>();
            List<Double> losses = new ArrayList<>();
            AutoencoderOptions options = options(30, 8, 1, 1);

            try (TrainingExamples examples = examples(64, 1)) {
                new ParameterAveraging(options).train(examples, (epoch, epochs, loss) -> {
                    heard.add(epoch + "/" + epochs);
                    losses.add(loss);
                });
            }

            assertThat(heard).hasSize(30).startsWith("1/30", "2/30").endsWith("30/30");
            assertThat(losses.get(29)).isLessThan(losses.get(0) * 0.9);
        }
    }

    @Test
    void fewerRowsThanWorkersAreRefused() {
        assertThatThrownBy(() -> examples(2, 3))
                .isInstanceOf(UserError.class)
                .hasMessage("autoencoder: 2 training rows for 3 workers; each needs at least one");
        assertThatThrownBy(() -> examples(0, 1))
                .isInstanceOf(UserError.class)
                .hasMessage("autoencoder: 0 training rows for 1 workers; each needs at least one");
    }

    private static ParameterAveraging.Result watched(int rows, AutoencoderOptions options) {
        ParameterAveraging averaging = new ParameterAveraging(options);
        SeenExamples.forget();
        try (TrainingExamples examples = examples(rows, options.workers())) {
            ParameterAveragingTrainingMaster master = averaging.trainingMaster(examples.count());
            master.addHook(new SeenExamples());
            return averaging.train(examples, EpochListener.SILENT, master);
        }
    }

    private static TrainingExamples examples(int rows, int workers) {
        return TrainingExamples.of(TestImages.BINARY.rows(rows), "features", workers);
    }

    private static AutoencoderOptions options(int epochs, int batchSize, int workers, int averagingFrequency) {
        return new AutoencoderOptions(List.of(4), 2, epochs, batchSize, 0.01, workers, averagingFrequency, 7);
    }
}
