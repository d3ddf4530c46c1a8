package dev.outsole.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.image.ClassNames;
import dev.outsole.image.FashionMnist;
import dev.outsole.image.ImageClass;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.raster.PictureLimits;
import dev.outsole.svm.Gamma;
import dev.outsole.svm.SvmOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
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
            Settings copied = Settings.load(Optional.of(new File("conf/outsole.conf")), new Overrides());

            assertThat(copied.asMap())
                    .isEqualTo(Settings.load(Optional.empty(), new Overrides()).asMap());
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
        void picturesHaveTheLimitsThatServicesHave() {
            assertThat(load(Map.of())
                            .score("m", "i", "o", false, new RejectionLimit.Any())
                            .pictures())
                    .isEqualTo(PictureLimits.DEFAULT);
            assertThatThrownBy(() -> load(Map.of("pictures.max-pixels", 0))
                            .score("m", "i", "o", false, new RejectionLimit.Any()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("--max-pixels 0: give a whole number of at least 1");
        }

        /** They can still be named. */
        @Test
        void classesWithoutImagesAreNotAmongAll() {
            ClassNames digits = new ClassNames(List.of("0", "1", "2"));
            SweepSettings sweep = Settings.load(Optional.empty(), new Overrides())
                    .withClasses(digits, List.of(digits.labelled(0)))
                    .sweep();

            assertThat(sweep.plan().normals()).extracting(ImageClass::name).containsExactly("1", "2");
            assertThat(sweep.plan().abnormalsOf(digits.labelled(1)))
                    .extracting(ImageClass::name)
                    .containsExactly("2");
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
                            "pictures",
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
                    "evaluate.normal           | shoe   | unknown class 'shoe': choose one of",
                    "evaluate.normal           | sandl  | unknown class 'sandl' (did you mean sandal?): choose one of",
                    "evaluate.normal           | 10     | unknown class '10'",
                    "evaluate.normal           | 7      | both 'sneaker'",
                    "evaluate.abnormal         | sandal | both 'sandal'",
                    "data.classes              | '[Sandal]' | at least two",
                    "data.classes              | '[a, b, A]' | stands twice",
                })
        void aBadClassIsNamed(String key, String value, String finding) {
            assertMistake("outsole." + key + " = " + value, finding);
        }

        /** By its key as it is written, with the value as it is written, and where. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "evaluate.seed             | x      | give a whole number",
                    "evaluate.seed             | 1.5    | give a whole number",
                    "evaluate.seed             | null   | give a whole number",
                    "evaluate.seed             | 1e30   | give a whole number from -9223372036854775808 to",
                    "evaluate.detectors        | []     | name at least one",
                    "evaluate.detectors        | pixels | give a list",
                    "evaluate.calibration-fraction | 1  | give a number from 0 (none) to below 1",
                    "svm.nu                    | 0      | give a number above 0, at most 1",
                    "svm.nu                    | 1.1    | give a number above 0, at most 1",
                    "svm.nu                    | half   | give a number",
                    "svm.nu                    | null   | give a number",
                    "svm.cache-mb              | 0      | give a whole number of at least 1",
                    "svm.max-rows              | 1      | give a whole number of at least 2",
                    "svm.sample                | 1      | give 0 (all rows)",
                    "svm.sample                | 2.5    | give a whole number",
                    "svm.shrinking             | maybe  | give true or false",
                    "svm.gamma                 | wide   | give 'scale', 'auto' or",
                    "svm.gamma                 | -1     | give 'scale', 'auto' or",
                    "svm.tol                   | 0      | give a number above 0",
                    "autoencoder.epochs        | 0      | give a whole number of at least 1",
                    "autoencoder.epochs        | -3     | give a whole number of at least 1",
                    "autoencoder.epochs        | 2.5    | give a whole number",
                    "autoencoder.epochs        | many   | give a whole number",
                    "autoencoder.epochs        | 3000000000 | give a whole number from -2147483648 to 2147483647",
                    "autoencoder.batch-size    | 0      | give a whole number of at least 1",
                    "autoencoder.learning-rate | 0      | give a number above 0",
                    "autoencoder.latent-dim    | 0      | give a whole number of at least 1",
                    "autoencoder.workers       | 0      | give a whole number of at least 1",
                    "autoencoder.averaging-frequency | 0 | give a whole number of at least 1",
                    "autoencoder.validation-fraction | 1 | give a number from 0 to below 1",
                    "autoencoder.max-restarts  | -1     | give a whole number of at least 0",
                    "autoencoder.hidden-layers | 128    | give a list of whole numbers",
                    "autoencoder.hidden-layers | [8, 0] | give a whole number of at least 1",
                    "autoencoder.hidden-layers | [8.5]  | give a whole number",
                    "neighbours.k              | 0      | give a whole number of at least 1",
                    "neighbours.k              | 1.5    | give a whole number",
                    "neighbours.blur-radius    | 15     | give a whole number from 0 to 14",
                    "neighbours.gradient-weight | -1    | give a number of at least 0",
                    "neighbours.contamination  | 1      | give a number from 0 to below 1",
                    "neighbours.adjusted       | maybe  | give true or false",
                })
        void aBadValueIsNamed(String key, String value, String mend) {
            assertMistake(
                    "# a comment\noutsole." + key + " = " + value,
                    "outsole." + key + " = " + value + (value.equals("null") ? "" : " (" + own() + ", line 2)") + ": "
                            + mend);
        }

        /** What the command line gave goes by the option's name, and by no key. */
        @Test
        void ofAnOptionTheOptionIsNamed() {
            assertThatThrownBy(() -> load(Map.of("autoencoder.epochs", 0)).evaluate())
                    .hasMessage("--epochs 0: give a whole number of at least 1");
            assertThatThrownBy(() -> load(Map.of("sweep.seeds", 0)).sweep())
                    .hasMessage("--seeds 0: give a whole number from 1 to 10000");
            assertThatThrownBy(() -> load(Map.of("nightly.retain", -1)).nightly())
                    .hasMessageStartingWith("--retain -1: give the number of nights");
        }

        @Test
        void theOtherSectionsNameTheirKeysToo() {
            assertSectionMistake("gate.minimum-nights = 99", Settings::nightly, "give at most the window, 14");
            assertSectionMistake("gate.mean-spread = 0", Settings::nightly, "give a number above 0");
            assertSectionMistake("sweep.concurrency = -1", Settings::sweep, "give a whole number of at least 1, or 0");
            assertSectionMistake("sweep.seeds = 0", Settings::sweep, "give a whole number from 1 to 10000");
            assertSectionMistake("sweep.seeds = 2000000000", Settings::sweep, "give a whole number from 1 to 10000");
            assertSectionMistake("train.calibration-fraction = 1", Settings::train, "give a number from 0");
            assertSectionMistake(
                    "score.false-alarm-rate = 1",
                    read -> read.score("m", "i", "o", false, new RejectionLimit.Any()),
                    "give a number between");
        }

        private void assertSectionMistake(String line, Consumer<Settings> section, String mend) {
            assertThatThrownBy(() -> section.accept(load("outsole." + line, Map.of())))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("outsole." + line + " (" + own() + ", line 1): " + mend);
        }

        private Path own() {
            return temporary.resolve("own.conf");
        }

        @ParameterizedTest
        @CsvSource({
            "outsole.autoencoder.epoch = 3, outsole.autoencoder.epoch, outsole.autoencoder.epochs",
            "epochs = 3, epochs, outsole.autoencoder.epochs",
            "svm.nu = 1, svm.nu, outsole.svm.nu",
            "outsole.data = 3, outsole.data, outsole.data.classes or outsole.data.source or outsole.data.table",
            "outsole { svm { kernel = rbf } }, outsole.svm.kernel, "
        })
        void anUnknownKeyIsNamed(String content, String key, @Nullable String meant) {
            String question = meant == null ? "" : " (did you mean " + meant + "?)";
            assertMistake(
                    content,
                    "unknown key '" + key + "'" + question + ": " + own()
                            + ", line 1; conf/outsole.conf lists those that there are");
        }

        @Test
        void allUnknownKeysAreNamedAtOnce() {
            assertMistake("a = 1, b = 2, c = 3", "unknown key 'a': " + own() + ", line 1; nor are there b, c; conf/");
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

            assertThatThrownBy(() -> Settings.load(Optional.of(none), new Overrides()))
                    .isInstanceOf(UserError.class)
                    .hasMessage("settings file " + none + " can't be read: name another with --config");
            assertThatThrownBy(() -> Settings.load(Optional.of(temporary.toFile()), new Overrides()))
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
        return withClasses(Settings.load(Optional.empty(), given(overrides)));
    }

    /** As of data that have these classes, unless others are given. */
    private static Settings withClasses(Settings settings) {
        return settings.givenClasses().isEmpty() ? settings.withClasses(FashionMnist.CLASSES, List.of()) : settings;
    }

    private static Overrides given(Map<String, ?> values) {
        Overrides overrides = new Overrides();
        values.forEach((key, value) -> overrides.set(key, "--" + key.replaceAll(".*\\.", ""), value));
        return overrides;
    }

    private Settings load(String content, Map<String, ?> overrides) throws IOException {
        Path file = Files.writeString(temporary.resolve("own.conf"), content);
        return withClasses(Settings.load(Optional.of(file.toFile()), given(overrides)));
    }
}
