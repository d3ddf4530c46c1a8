package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.detector.Detector;
import dev.outsole.detector.Detectors;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    @ParameterizedTest
    @ValueSource(strings = {"--version", "evaluate --version", "sweep -V", "ingest --version"})
    void everyCommandTellsTheVersion(String arguments) {
        assertThat(output(arguments)).matches("outsole \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "evaluate --help", "sweep -h", "ingest --help", "help evaluate"})
    void everyCommandsHelpTellsItsOptionsAndTheExitCodes(String arguments) {
        assertThat(output(arguments))
                .contains(
                        "Usage: outsole",
                        "--version",
                        "Exit codes:",
                        "2       your mistake",
                        "128+N   ended by signal N");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "sweep"})
    void anExperimentsHelpTellsItsOwnOptions(String command) {
        assertThat(output(command + " --help"))
                .contains("--normal", "--detectors", "--epochs", "--svm-sample", "Evaluate ")
                .doesNotContain("on Apache Spark");
    }

    @Test
    void detectorsAreListedInTheirOrder() {
        List<Detector> detectors = Detectors.all();

        assertThat(output("detectors").lines()).hasSameSizeAs(detectors).allSatisfy(line -> {
            Detector detector = Detectors.of(line.split(" ")[0]);
            assertThat(line).matches("\\Q" + detector.key() + "\\E {2,}\\Q" + detector.summary() + "\\E");
        });
        assertThat(output("detectors")).startsWith("pixels").containsPattern("\nautoencoder {2,}one-class SVM on an");
    }

    private static String output(String arguments) {
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(new Main()).setOut(new PrintWriter(out)).execute(arguments.split(" "));
        assertThat(exitCode).isZero();
        return out.toString();
    }
}
