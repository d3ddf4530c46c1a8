package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.config.SweepSettings;
import dev.outsole.image.FashionMnist;
import dev.outsole.job.Build;
import dev.outsole.job.Resumption;
import dev.outsole.json.Json;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.Summary;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --resume} makes of a run directory and of the options beside it, before any work. */
class ResumeTest {
    private static final Overrides OPTIONS = new Overrides()
            .set("sweep.normal", "--normal", List.of("sandal", "bag"))
            .set("evaluate.detectors", "--detectors", List.of("pixels"))
            .set("autoencoder.epochs", "--epochs", 2)
            .set("svm.tol", "--tol", "1e-4")
            .set("evaluate.calibration-fraction", "--calibration-fraction", 0.1)
            .set("data.source", "--data", "/images")
            .set("nightly.history", "--history", "/nights")
            .set("sweep.concurrency", "--concurrency", 3);
    private static final Settings BEGUN =
            Settings.load(Optional.empty(), OPTIONS).withClasses(FashionMnist.CLASSES, List.of());

    @TempDir
    private Path folder;

    private Path run;

    @BeforeEach
    void begin() throws IOException {
        run = Files.createDirectory(folder.resolve("a run"));
        writeManifest(Build.current(), BEGUN.asText());
    }

    private void writeManifest(String version, Map<String, String> settings) throws IOException {
        write(
                "sweep.json",
                new Manifest(
                        version,
                        run.getFileName().toString(),
                        "2026-11-28T02:00:00Z",
                        settings,
                        Map.of(),
                        BEGUN.data().classes().names()));
    }

    private void write(String name, Object content) throws IOException {
        try (OutputStream out = Files.newOutputStream(run.resolve(name))) {
            Json.write(out, content);
        }
    }

    private Settings resumed(Overrides options) {
        Resumption sweep = Resumption.open(run.toString());
        return Settings.resume(Optional.empty(), options, sweep.directory(), sweep.manifest());
    }

    @Test
    void aloneItTakesAllOfTheRunsOwnSettings() {
        Settings resumed = resumed(new Overrides());

        assertThat(resumed.asText()).isEqualTo(BEGUN.asText());
        assertThat(resumed.sweep()).isEqualTo(BEGUN.sweep());
        assertThat(resumed.nightly()).isEqualTo(BEGUN.nightly());
    }

    @Test
    void whatChangesNoFigureMayBeOtherThanItWas() {
        SweepSettings resumed = resumed(new Overrides()
                        .set("sweep.concurrency", "--concurrency", 1)
                        .set("data.source", "--data", "/moved"))
                .sweep();

        assertThat(resumed.concurrency()).isEqualTo(1);
        assertThat(resumed.data().table()).isEqualTo("/moved/table");
        assertThat(resumed.plan()).isEqualTo(BEGUN.sweep().plan());
    }

    /** However it is written. */
    @Test
    void theSameOnceMoreIsTheSame() {
        Settings resumed = resumed(new Overrides()
                .set("sweep.normal", "--normal", List.of("Sandal", "8"))
                .set("autoencoder.epochs", "--epochs", 2)
                .set("svm.tol", "--tol", 0.0001)
                .set("evaluate.seed", "--seed", 1L)
                .set("svm.sample", "--svm-sample", 0));

        assertThat(resumed.asText()).isEqualTo(BEGUN.asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --epochs 3              | --epochs 3: the sweep in RUN has begun with 2; leave it out
            --normal sandal         | --normal sandal: the sweep in RUN has begun with [sandal, bag]; leave it out
            --abnormal boots        | unknown class 'boots' (did you mean ankle-boot?)
            --detectors gaussian    | --detectors gaussian: the sweep in RUN has begun with [pixels]; leave it out
            --seeds 2               | --seeds 2: the sweep in RUN has begun with 1; leave it out
            --calibration-fraction 0 | --calibration-fraction 0: the sweep in RUN has begun with 0.1; leave it out
            --output elsewhere      | --output elsewhere: the sweep in RUN has begun with runs; leave it out
            """)
    void anOptionThatDiffersIsRefusedWithBothValues(String options, String line) {
        String[] arguments = ("sweep --resume RUN " + options).split(" ");

        assertThat(failed(arguments)).startsWith("outsole sweep: " + line.replace("RUN", run.toString()));
    }

    @Test
    void aFileThatDiffersIsRefusedWithKeyAndPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("own.conf"), "outsole.svm { tol = 1e-4\n nu = 0.1 }");

        assertThat(failed("sweep", "--resume", "RUN", "--config", file.toString()))
                .isEqualTo(
                        "outsole sweep: outsole.svm.nu = 0.1 (" + file + ", line 2): the sweep in " + run
                                + " has begun with 0.5; leave it out to go on with that, or start a new sweep without --resume");
    }

    /** The launcher sends it along with a driver on a cluster. */
    @Test
    void aCopyOfThePackagedFileSaysNothing() {
        Resumption sweep = Resumption.open(run.toString());
        Settings resumed = Settings.resume(
                Optional.of(new File("conf/outsole.conf")), new Overrides(), sweep.directory(), sweep.manifest());

        assertThat(resumed.asText()).isEqualTo(BEGUN.asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1.0", "0.0.9+0123456789ab"})
    void anotherBuildIsRefusedUnlessItIsAccepted(String build) throws IOException {
        writeManifest(build, BEGUN.asText());

        assertThat(failed("sweep", "--resume", "RUN"))
                .startsWith("outsole sweep: the sweep in " + run + " was begun by build " + build + ", this is "
                        + Build.current() + ", whose figures may differ: give --accept-build");
        assertThat(failed("nightly", "--resume", "RUN")).contains("begun by build " + build);
        Assertions.assertThatNoException()
                .isThrownBy(() -> Resumption.open(run.toString()).requireSameBuild(true));
    }

    /** One that has come with another build is as that build has it. */
    @Test
    void aSettingThatTheRunDoesNotKnowIsAsPackaged() throws IOException {
        Map<String, String> older = new TreeMap<>(BEGUN.asText());
        older.remove("autoencoder.bottleneck-bias");
        writeManifest("0.0.9", older);

        assertThat(resumed(new Overrides()).sweep()).isEqualTo(BEGUN.sweep());
    }

    @Test
    void acceptingABuildGoesWithARun() {
        assertThat(failed("sweep", "--accept-build"))
                .isEqualTo("outsole sweep: --accept-build: give it together with --resume RUN");
    }

    @Test
    void aSweepThatIsCompleteIsShownAsItIs() throws IOException {
        write(
                "summary.json",
                new Summary(
                        "1", "run", 0, List.of(), null, List.of(), null, List.of(), Map.of(), Map.of(), Map.of(),
                        Map.of(), List.of()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = execute(out, err, "sweep", "--resume", "RUN");

        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(err.toString().strip()).isEqualTo("nothing to do: the sweep in " + run + " is complete");
        assertThat(out.toString()).contains(run.toString());
    }

    @Test
    void whatIsNoSweepIsNamed() throws IOException {
        Path evaluation = Files.createDirectory(folder.resolve("evaluation"));
        Files.writeString(evaluation.resolve("metrics.json"), "{}");

        assertThat(failed("sweep", "--resume", folder + "/none"))
                .isEqualTo("outsole sweep: --resume " + folder + "/none: there is no such run directory");
        assertThat(failed("sweep", "--resume", folder.toString()))
                .isEqualTo("outsole sweep: --resume " + folder
                        + ": it has no sweep.json, so it is no sweep's run directory");
        assertThat(failed("nightly", "--resume", evaluation.toString()))
                .isEqualTo("outsole nightly: --resume " + evaluation + ": it has no sweep.json, so it is no sweep's run"
                        + " directory; only a sweep can go on, start anything else again");
        Files.writeString(run.resolve("sweep.json"), "{");
        assertThat(failed("sweep", "--resume", "RUN"))
                .startsWith("outsole sweep: can't go on with the sweep in " + run + " (");
    }

    private String failed(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(execute(out, err, arguments)).as(err.toString()).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        return err.toString().strip();
    }

    private int execute(StringWriter out, StringWriter err, String... arguments) {
        String[] words = List.of(arguments).stream()
                .map(word -> word.equals("RUN") ? run.toString() : word)
                .toArray(String[]::new);
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }
}
