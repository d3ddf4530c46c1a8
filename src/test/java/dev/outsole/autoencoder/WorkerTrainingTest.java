package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WorkerTrainingTest {
    private static final int PIXELS = 12;
    /** Batches of 32; 70 images are two of them and one of 6. */
    private static final AutoencoderOptions OPTIONS = Fixtures.options(2, 8);

    private final WorkerTraining training = new WorkerTraining(PIXELS, OPTIONS);
    private final float[][] images = Fixtures.images(70, PIXELS, 1);
    private final TrainingState start = TrainingState.initial(NetworkDefinition.initialParameters(PIXELS, OPTIONS));

    @Test
    void goesThroughAnEpochWithASmallerLastMinibatch() {
        WorkerTraining.Result epoch = training.run(start, images, 0, 1);

        assertThat(training.minibatches(70)).isEqualTo(3);
        assertThat(training.minibatches(64)).isEqualTo(2);
        assertThat(epoch.examples()).isEqualTo(70);
        assertThat(epoch.state().iteration()).isEqualTo(3);
    }

    @Test
    void givesTheSameBitsWholeOrInParts() {
        TrainingState whole = training.run(start, images, 0, 1).state();

        WorkerTraining.Result first = training.run(start, images, 0, 1, 0, 1);
        WorkerTraining.Result rest = training.run(first.state(), images, 0, 1, 1, 8);

        assertThat(first.examples()).isEqualTo(32);
        assertThat(rest.examples()).isEqualTo(38);
        assertThat(rest.state().parameters()).containsExactly(whole.parameters());
        assertThat(rest.state().updaterState()).containsExactly(whole.updaterState());
        assertThat(rest.state().iteration()).isEqualTo(whole.iteration());
    }

    @Test
    void doesNothingBeyondTheEndOfTheEpoch() {
        WorkerTraining.Result nothing = training.run(start, images, 0, 1, 3, 5);

        assertThat(nothing.examples()).isZero();
        assertThat(nothing.squaredError()).isZero();
        assertThat(nothing.state().parameters()).containsExactly(start.parameters());
    }

    @Test
    void shufflesAnewInEachEpochAndEachWorker() {
        float[] parameters = training.run(start, images, 0, 1).state().parameters();

        assertThat(training.run(start, images, 0, 1).state().parameters()).containsExactly(parameters);
        assertThat(training.run(start, images, 0, 2).state().parameters()).isNotEqualTo(parameters);
        assertThat(training.run(start, images, 1, 1).state().parameters()).isNotEqualTo(parameters);
    }

    /** With one batch of all images, the error is that of the start's parameters: a sum to which each image adds its own part. */
    @Test
    void learnsFromEveryImageOnce() {
        WorkerTraining wide = new WorkerTraining(PIXELS, withBatch(70));
        TrainedNetwork network = new TrainedNetwork(NetworkDefinition.layerSizes(PIXELS, OPTIONS), start.parameters());
        double expected = network.squaredError(images);

        for (int epoch = 1; epoch <= 5; epoch++) {
            assertThat(wide.run(start, images, 0, epoch).squaredError()).isCloseTo(expected, within(1e-6 * expected));
        }
    }

    @Test
    void leavesTheImagesInTheirOrder() {
        float[][] before = images.clone();

        training.run(start, images, 0, 1);

        assertThat(Arrays.equals(images, before)).isTrue();
    }

    private static AutoencoderOptions withBatch(int batchSize) {
        return new AutoencoderOptions(
                OPTIONS.hiddenLayers(),
                OPTIONS.latentDim(),
                1,
                batchSize,
                OPTIONS.learningRate(),
                1,
                1,
                0,
                CollapseOptions.DEFAULT,
                7);
    }
}
