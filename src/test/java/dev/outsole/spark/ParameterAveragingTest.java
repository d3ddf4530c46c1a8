package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.autoencoder.AutoencoderOptions;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
