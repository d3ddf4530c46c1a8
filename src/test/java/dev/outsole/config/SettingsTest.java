package dev.outsole.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.image.ImageClass;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.svm.Gamma;
import dev.outsole.svm.SvmOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path temporary;

    @Nested
    class Defaults {
        /** Each default is the algorithm's; the file repeats it for people to read, and must not differ. */
        @Test
        void areTheAlgorithms() {
            EvaluateSettings settings = load(Map.of()).evaluate();

            assertThat(settings.neighbours()).isEqualTo(ImageNeighbourOptions.DEFAULT);
            assertThat(settings.svm()).isEqualTo(SvmOptions.DEFAULT);
            assertThat(settings.autoencoder()).isEqualTo(AutoencoderOptions.DEFAULT);
        }

        @Test
        void areTheReferenceExperiment() {
            EvaluateSettings settings = load(Map.of()).evaluate();

            assertThat(settings.pair().normal().label()).isEqualTo(5);
            assertThat(settings.pair().abnormal().label()).isEqualTo(7);
            assertThat(settings.pair().slug()).isEqualTo("sandal-sneaker");
            assertThat(settings.detectors()).containsExactly("pixels", "autoencoder");
            assertThat(settings.output()).isEqualTo("runs");
            assertThat(settings.data().classes().size()).isEqualTo(10);
            assertThat(settings.data().classes().named("9").name()).isEqualTo("Ankle boot");
            assertThat(settings.data().source()).endsWith("/data/fashion-mnist");
            assertThat(settings.data().table()).isEqualTo(settings.data().source() + "/table");
        }

        /** The file in the jar is the one in {@code conf}, and a user may start from a copy of it. */
        @Test
        void areThoseOfTheFileInConf() {
            Settings copied = Settings.load(Optional.of(new File("conf/outsole.conf")), Map.of());

            assertThat(copied.asMap()).isEqualTo(load(Map.of()).asMap());
        }
    }

    @Nested
    class Precedence {
        @Test
        void aFileChangesWhatItNames() throws IOException {
            Settings settings = load("outsole { autoencoder { epochs = 3 }, svm.gamma = 0.25 }", Map.of());

            assertThat(settings.evaluate().autoencoder().epochs()).isEqualTo(3);
            assertThat(settings.evaluate().autoencoder().batchSize()).isEqualTo(32);
            assertThat(settings.evaluate().svm().gamma()).isEqualTo(new Gamma.Value(0.25));
        }

        @Test
        void theCommandLineWinsOverTheFile() throws IOException {
            Settings settings = load(
                    "outsole { autoencoder.epochs = 3, evaluate { normal = bag, seed = 5 } }",
                    Map.of(
                            "autoencoder.epochs",
                            4,
                            "evaluate.normal",
                            "coat",
                            "evaluate.detectors",
                            List.of("pixels")));

            assertThat(settings.evaluate().autoencoder().epochs()).isEqualTo(4);
            assertThat(settings.evaluate().autoencoder().seed()).isEqualTo(5);
            assertThat(settings.evaluate().pair().slug()).isEqualTo("coat-sneaker");
            assertThat(settings.evaluate().detectors()).containsExactly("pixels");
        }

        /** The table stands beside its source unless it is given a place of its own. */
        @Test
        void theTableFollowsTheSource() {
            assertThat(load(Map.of("data.source", "hdfs:/images")).data().table())
                    .isEqualTo("hdfs:/images/table");
            assertThat(load(Map.of("data.source", "hdfs:/images", "data.table", "t"))
                            .data()
                            .table())
                    .isEqualTo("t");
        }

        @Test
        void allOfItIsOnRecord() {
            Map<String, Object> all = load(Map.of("autoencoder.epochs", 4)).asMap();

            assertThat(all)
                    .containsOnlyKeys(
                            "home",
                            "data",
                            "evaluate",
                            "train",
                            "score",
                            "sweep",
                            "nightly",
                            "gate",
                            "notify",
                            "svm",
                            "neighbours",
                            "autoencoder");
            assertThat(all.get("autoencoder"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("epochs", 4)
                    .containsEntry("batch-size", 32);
        }

        @Test
        void onRecordAsTextBySettingToo() {
            assertThat(load(Map.of("autoencoder.epochs", 4)).asText())
                    .containsEntry("autoencoder.epochs", "4")
                    .containsEntry("svm.gamma", "scale")
                    .containsEntry("sweep.normal", "[]");
        }

        @Test
        void aSweepTakesAllClassesUnlessSomeAreNamed() {
            SweepSettings all =
                    load(Map.of("sweep.seeds", 3, "evaluate.seed", 7)).sweep();
            SweepSettings named =
                    load(Map.of("sweep.normal", List.of("bag", "5"))).sweep();

            assertThat(all.plan().pairs()).isEqualTo(90);
            assertThat(all.plan().seeds()).containsExactly(7L, 8L, 9L);
            assertThat(named.plan().normals().stream().map(ImageClass::name)).containsExactly("Bag", "Sandal");
            assertThat(named.plan().pairs()).isEqualTo(18);
        }

        @Test
        void aDetectorNamedTwiceRunsOnce() {
            assertThat(load(Map.of("evaluate.detectors", List.of("pixels", "autoencoder", "pixels")))
                            .evaluate()
                            .detectors())
                    .containsExactly("pixels", "autoencoder");
        }
    }

    @Nested
    class Mistakes {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "evaluate.normal           | shoe   | unknown class 'shoe'",
                    "evaluate.normal           | 10     | unknown class '10'",
                    "evaluate.normal           | 7      | both 'sneaker'",
                    "evaluate.abnormal         | sandal | both 'sandal'",
                    "evaluate.seed             | x      | seed",
                    "evaluate.seed             | 1.5    | evaluate.seed = 1.5: give a whole number",
                    "svm.nu                    | 0      | nu = 0.0",
                    "svm.nu                    | 1.1    | nu = 1.1",
                    "svm.cache-mb              | 0      | cacheMb = 0",
                    "svm.max-rows              | 1      | maxRows = 1",
                    "svm.sample                | 1      | sample = 1",
                    "svm.sample                | 2.5    | svm.sample",
                    "svm.shrinking             | maybe  | shrinking",
                    "svm.nu                    | half   | nu",
                    "svm.gamma                 | wide   | gamma = wide",
                    "svm.gamma                 | -1     | gamma = -1",
                    "svm.tol                   | 0      | tol = 0.0",
                    "autoencoder.epochs        | 0      | epochs = 0",
                    "autoencoder.epochs        | -3     | epochs = -3",
                    "autoencoder.epochs        | 2.5    | autoencoder.epochs = 2.5: give a whole number",
                    "autoencoder.epochs        | many   | epochs",
                    "autoencoder.epochs        | 3000000000 | epochs",
                    "autoencoder.batch-size    | 0      | batchSize = 0",
                    "autoencoder.learning-rate | 0      | learningRate = 0.0",
                    "autoencoder.latent-dim    | 0      | latentDim = 0",
                    "autoencoder.workers       | 0      | workers = 0",
                    "autoencoder.averaging-frequency | 0 | averagingFrequency = 0",
                    "autoencoder.hidden-layers | 128    | hidden-layers",
                    "autoencoder.hidden-layers | '[8, 0]' | hiddenLayers = 0",
                    "autoencoder.hidden-layers | '[8.5]' | autoencoder.hidden-layers = 8.5: give a whole number",
                    "neighbours.k              | 0      | k = 0",
                    "neighbours.k              | 1.5    | neighbours.k = 1.5: give a whole number",
                    "neighbours.blur-radius    | 15     | blur radius 15",
                    "neighbours.gradient-weight | -1    | gradient weight -1.0",
                    "neighbours.contamination  | 1      | contamination = 1.0",
                    "neighbours.adjusted       | maybe  | adjusted",
                    "data.classes              | '[Sandal]' | at least two",
                    "data.classes              | '[a, b, A]' | stands twice",
                    "evaluate.detectors        | '[]'   | detectors = []",
                })
        void aBadValueIsNamed(String key, String value, String finding) {
            assertMistake("outsole." + key + " = " + value, finding);
        }

        @ParameterizedTest
        @CsvSource({
            "outsole.autoencoder.epoch = 3, outsole.autoencoder.epoch",
            "outsole.data = 3, outsole.data",
            "epochs = 3, epochs",
            "outsole { svm { kernel = rbf } }, outsole.svm.kernel"
        })
        void anUnknownKeyIsNamed(String content, String key) {
            assertMistake(content, "unknown key " + key + "; conf/outsole.conf lists those that there are");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "outsole {",
                    "outsole.svm.nu = ${nothing}",
                    "outsole.autoencoder = null",
                    "outsole.svm.nu = null",
                    "= 3"
                })
        void aBrokenFileIsNoMoreThanAMistake(String content) {
            assertMistake(content, "");
        }

        @Test
        void aFileThatIsNotThereIsNamed() {
            File none = temporary.resolve("none.conf").toFile();

            assertThatThrownBy(() -> Settings.load(Optional.of(none), Map.of()))
                    .isInstanceOf(UserError.class)
                    .hasMessage("settings file " + none + " can't be read: name another with --config");
            assertThatThrownBy(() -> Settings.load(Optional.of(temporary.toFile()), Map.of()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(temporary.toString());
        }

        private void assertMistake(String content, String finding) {
            assertThatThrownBy(() -> load(content, Map.of()).evaluate())
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(finding);
        }
    }

    private static Settings load(Map<String, ?> overrides) {
        return Settings.load(Optional.empty(), overrides);
    }

    private Settings load(String content, Map<String, ?> overrides) throws IOException {
        Path file = Files.writeString(temporary.resolve("own.conf"), content);
        return Settings.load(Optional.of(file.toFile()), overrides);
    }
}
