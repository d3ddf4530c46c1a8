package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.NetworkDefinition;
import dev.outsole.autoencoder.NetworkState;
import dev.outsole.autoencoder.TrainingState;
import dev.outsole.autoencoder.WorkerTraining;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.junit.jupiter.api.Test;

class SoloMasterTest {
    private static final int ROWS = 50;
    /** 50 rows in batches of 8 are 7 steps an epoch: 142 epochs make a job of about 1,000 steps. */
    private static final AutoencoderOptions OPTIONS = SmallOptions.of(List.of(4), 200, 8, 1, 2, 7);

    @Test
    void theFirstEpochIsAJobOfItsOwnThenManyShareOne() {
        assertThat(epochsByCall(false)).containsExactly(1, 142, 57);
    }

    @Test
    void everyEpochIsAJobOfItsOwnWhereTheNetworkIsWantedAfterEach() {
        assertThat(epochsByCall(true)).hasSize(200).containsOnly(1);
    }

    /** However the epochs are dealt to jobs. */
    @Test
    void endsWithTheSameBitsAsOneEpochAfterTheOther() {
        TrainingState byHand = TrainingState.initial(NetworkDefinition.initialParameters(TestImages.WIDTH, OPTIONS));
        WorkerTraining training = new WorkerTraining(TestImages.WIDTH, OPTIONS);
        float[][] images = IntStream.range(0, ROWS).mapToObj(TestImages::floats).toArray(float[][]::new);
        List<Double> squaredErrors = new ArrayList<>();
        for (int epoch = 0; epoch < 200; epoch++) {
            WorkerTraining.Result result = training.run(byHand, images, 0, epoch);
            byHand = result.state();
            squaredErrors.add(result.squaredError() / ROWS);
        }

        Trained trained = train(false);

        assertThat(trained.state.parameters()).containsExactly(byHand.parameters());
        assertThat(trained.state.updaterState()).containsExactly(byHand.updaterState());
        assertThat(trained.state.iteration()).isEqualTo(200 * 7);
        assertThat(trained.squaredErrors.stream().flatMap(List::stream)).containsExactlyElementsOf(squaredErrors);
    }

    private static List<Integer> epochsByCall(boolean everyEpoch) {
        return train(everyEpoch).squaredErrors.stream().map(List::size).toList();
    }

    /** What came of all epochs: the errors by call. */
    private record Trained(TrainingState state, List<List<Double>> squaredErrors) {}

    private static Trained train(boolean everyEpoch) {
        try (TrainingExamples examples = TrainingData.of(TestImages.BINARY.rows(ROWS), "features", 1, 0, 0)
                .training()) {
            SoloMaster master = new SoloMaster(OPTIONS, TestImages.WIDTH, ROWS, everyEpoch, state -> {});
            SparkDl4jMultiLayer training = new SparkDl4jMultiLayer(
                    examples.spark(), NetworkDefinition.training(TestImages.WIDTH, OPTIONS), master);
            List<List<Double>> squaredErrors = new ArrayList<>();
            while (training.getNetwork().getEpochCount() < OPTIONS.epochs()) {
                training.fit(examples.shares());
                squaredErrors.add(master.squaredErrors());
            }
            return new Trained(NetworkState.of(training.getNetwork()), squaredErrors);
        }
    }
}
