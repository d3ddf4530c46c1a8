package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.CollapseCheck;
import dev.outsole.autoencoder.CollapseOptions;
import dev.outsole.autoencoder.NetworkDefinition;
import dev.outsole.autoencoder.Restart;
import dev.outsole.autoencoder.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class GuardedTrainingTest {
    /** With biases this low the bottleneck's units are off for every image, and get no gradient: dead from the first step on. */
    private static final double DEAD_BIAS = -1000;

    @Test
    void aDeadNetworkEndsInAnErrorWhenItsRestartsAreUsedUp() {
        AutoencoderOptions options = options(new CollapseOptions(DEAD_BIAS, 2, false), 3);

        assertThatThrownBy(() -> train(options, EpochListener.SILENT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("collapsed in each of 3 trainings")
                .hasMessageContaining("[3, " + options.seedOfAttempt(1) + ", " + options.seedOfAttempt(2) + "]")
                .hasMessageContaining("--allow-collapsed");
    }

    @Test
    void aDeadNetworkIsFoundInItsFirstRound() {
        List<Restart> heard = new ArrayList<>();
        AutoencoderOptions options = options(new CollapseOptions(DEAD_BIAS, 1, true), 3);

        GuardedTraining.Result result = train(options, new EpochListener() {
            @Override
            public void epochEnded(int epoch, int epochs, double loss) {}

            @Override
            public void restarted(Restart restart) {
                heard.add(restart);
            }
        });

        assertThat(result.restarts()).singleElement().satisfies(restart -> {
            assertThat(restart.seed()).isEqualTo(3);
            assertThat(restart.epoch()).isEqualTo(1);
            assertThat(restart.seconds()).isPositive();
        });
        assertThat(heard).isEqualTo(result.restarts());
    }

    @Test
    void theLastTrainingGoesOnWhereCollapsesAreAllowed() {
        AutoencoderOptions options = options(new CollapseOptions(DEAD_BIAS, 1, true), 3);

        GuardedTraining.Result result = train(options, EpochListener.SILENT);

        assertThat(result.loss()).hasSize(options.epochs());
        assertThat(result.seed()).isEqualTo(options.seedOfAttempt(1));
        assertThat(CollapseCheck.of(result.network().encode(images())).deadUnits())
                .isEqualTo(2);
    }

    @Test
    void aLivingNetworkIsLeftAlone() {
        GuardedTraining.Result result = train(options(new CollapseOptions(6, 10, false), 3), EpochListener.SILENT);

        assertThat(result.restarts()).isEmpty();
        assertThat(result.seed()).isEqualTo(3);
        assertThat(CollapseCheck.of(result.network().encode(images())).collapsed())
                .isFalse();
    }

    /**
     * 256 images that both units tell apart, and so many black ones that those are less than 1 %. With biases just below 0 black ones are
     * embedded at 0, and with a step that is next to nothing they stay there: the sample lives, but the units are off for nearly all.
     */
    @Test
    void anEmbeddingThatLivesInTheSampleAloneHasCollapsed() {
        AutoencoderOptions options = IntStream.range(0, 50)
                .mapToObj(seed -> still(new CollapseOptions(-1e-3, 0, false), seed))
                .filter(candidate -> !initial(candidate).collapsed())
                .findFirst()
                .orElseThrow();
        List<Row> rows = IntStream.range(0, 30_256)
                .mapToObj(
                        i -> RowFactory.create((Object) (i < 256 ? TestImages.pixels(i) : new byte[TestImages.WIDTH])))
                .toList();
        Dataset<Row> mostlyBlack =
                TestSession.spark().createDataFrame(rows, new StructType().add("features", DataTypes.BinaryType));

        assertThatThrownBy(() -> train(mostlyBlack, options))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("collapsed in each of 1 trainings");
        GuardedTraining.Result allowed = train(mostlyBlack, still(new CollapseOptions(-1e-3, 0, true), options.seed()));
        assertThat(allowed.check().collapsed()).isTrue();
    }

    private static GuardedTraining.Result train(Dataset<Row> rows, AutoencoderOptions options) {
        try (TrainingData data = TrainingData.of(rows, "features", 1, 0, options.seed())) {
            return new GuardedTraining(options).train(data, EpochListener.SILENT);
        }
    }

    private static AutoencoderOptions still(CollapseOptions collapse, long seed) {
        return new AutoencoderOptions(List.of(4), 2, 1, 1000, 1e-12, 1, 1, 0, collapse, seed);
    }

    private static CollapseCheck initial(AutoencoderOptions options) {
        float[][] images = IntStream.range(0, 256).mapToObj(TestImages::floats).toArray(float[][]::new);
        return CollapseCheck.of(new TrainedNetwork(
                        NetworkDefinition.layerSizes(TestImages.WIDTH, options),
                        NetworkDefinition.initialParameters(TestImages.WIDTH, options))
                .encode(images));
    }

    /** With biases at 0 some networks live and some die: a restart must end where a fresh training with its seed would have. */
    @Test
    void aRestartIsATrainingLikeAnyOther() {
        GuardedTraining.Result restarted = IntStream.range(0, 50)
                .mapToObj(seed -> train(options(new CollapseOptions(0, 20, false), seed), EpochListener.SILENT))
                .filter(result -> !result.restarts().isEmpty())
                .findFirst()
                .orElseThrow();

        GuardedTraining.Result fresh =
                train(options(new CollapseOptions(0, 0, false), restarted.seed()), EpochListener.SILENT);

        assertThat(fresh.network().parameters())
                .containsExactly(restarted.network().parameters());
        assertThat(fresh.loss()).isEqualTo(restarted.loss());
    }

    @Test
    void aTrainingThatDivergesEndsAtOnce() {
        AutoencoderOptions options =
                new AutoencoderOptions(List.of(4), 2, 5, 8, 1e38, 1, 1, 0, new CollapseOptions(6, 0, true), 1);

        assertThatThrownBy(() -> train(options, EpochListener.SILENT))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("diverged in epoch")
                .hasMessageContaining("outsole.autoencoder.learning-rate below 1.0E38");
    }

    @Test
    void heldOutRowsAreMeasuredAfterEveryEpoch() {
        AutoencoderOptions options =
                new AutoencoderOptions(List.of(4), 2, 3, 8, 0.01, 2, 2, 0.2, new CollapseOptions(6, 5, true), 1);
        try (TrainingData data = TrainingData.of(TestImages.BINARY.rows(50), "features", 2, 0.2, 1)) {
            GuardedTraining.Result result = new GuardedTraining(options).train(data, EpochListener.SILENT);

            assertThat(result.validationLoss()).hasSize(3);
            float[][] heldOut = data.validation().orElseThrow().sample(10);
            assertThat(result.validationLoss().get(2))
                    .isCloseTo(
                            result.network().squaredError(heldOut) / (10 * TestImages.WIDTH),
                            org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    private static GuardedTraining.Result train(AutoencoderOptions options, EpochListener listener) {
        try (TrainingData data =
                TrainingData.of(TestImages.BINARY.rows(50), "features", options.workers(), 0, options.seed())) {
            return new GuardedTraining(options).train(data, listener);
        }
    }

    private static float[][] images() {
        return IntStream.range(0, 50).mapToObj(TestImages::floats).toArray(float[][]::new);
    }

    private static AutoencoderOptions options(CollapseOptions collapse, long seed) {
        return new AutoencoderOptions(List.of(4), 2, 3, 8, 0.01, 1, 1, 0, collapse, seed);
    }
}
