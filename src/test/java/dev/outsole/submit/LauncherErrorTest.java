package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, and one line with exit code 2 for every mistake that {@code submit/outsole} itself can see. */
class LauncherErrorTest {

    @TempDir
    Path temporary;

    private FakeProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = FakeProject.ready(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpIsGivenWithoutJava(String word) throws IOException {
        Files.delete(project.programs.resolve("java"));

        Shell.Result run = project.launch(word);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("usage: submit/outsole COMMAND", "evaluate", "ingest", "--dry-run");
        assertThat(run.outLines()).allMatch(line -> line.length() <= 80, "at most 80 columns");
    }

    @Test
    void noCommandIsAMistake() {
        Shell.Result run = project.launch();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("usage: submit/outsole COMMAND");
    }

    @Test
    void helpOnACommandIsForJavaToGive() {
        assertThat(project.launch("evaluate", "--help").outLines()).endsWith("--help");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evaluate --master                     | --master needs a value; see --help",
                "evaluate --master --dry-run           | --master needs a value; see --help",
                "evaluate --master=                    | --master needs a value; see --help",
                "evaluate --deploy-mode remote         | --deploy-mode is client or cluster, not remote",
                "evaluate --master yarn                | --master yarn needs spark-submit; set SPARK_HOME to a Spark 3.5 for Scala 2.12",
                "evaluate --deploy-mode client         | --deploy-mode client needs spark-submit; give --master and set"
                        + " SPARK_HOME to a Spark 3.5 for Scala 2.12",
                "evaluate -- --master yarn             | --master and --deploy-mode go before the --; see --help",
                "evaluate -- --num-executors 4         | --num-executors needs --master or SPARK_HOME; without them only"
                        + " --conf, --driver-memory and --jars may follow the --",
                "evaluate -- --jars                    | --jars needs a value; see --help",
                "evaluate -- --jars=                   | --jars needs a value; see --help",
                "evaluate -- --jars pom.xml,no.jar     | --jars names no.jar, which is no file that can be read; name one",
                "evaluate -- --jars hdfs://host/a.jar  | --jars names hdfs://host/a.jar, which is no file that can be read;"
                        + " name one",
                "evaluate -- --conf                    | --conf needs a value; see --help",
                "evaluate -- --conf spark.ui.enabled   | --conf takes spark.KEY=VALUE, not spark.ui.enabled",
                "evaluate -- --conf=ui=true            | --conf takes spark.KEY=VALUE, not ui=true",
                "evaluate -- --conf=spark.driver.extraJavaOptions=\"-ea | spark.driver.extraJavaOptions has a quote that nothing"
                        + " closes: \"-ea",
            })
    void aMistakeIsToldInOneLine(String arguments, String message) {
        assertMistake(project.launch(arguments.split(" ")), message);
    }

    @Test
    void aSparkHomeWithoutSparkSubmitIsNamed() {
        Shell shell = project.shell().with("SPARK_HOME", "/no/spark");

        assertMistake(
                shell.run(project.launcher(), "evaluate"),
                "SPARK_HOME is /no/spark, which has no bin/spark-submit; set it to a Spark 3.5 for Scala 2.12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.13-3.5.9 | Spark 3.5.9 for Scala 2.13",
                "2.13-4.2.0 | Spark 4.2.0 for Scala 2.13",
                "2.12-3.3.4 | Spark 3.3.4 for Scala 2.12",
                "2.12-3.50.0 | Spark 3.50.0 for Scala 2.12",
            })
    void anotherSparkIsNamedBeforeItStarts(String versions, String found) throws IOException {
        Path spark = FakeProject.spark(temporary.resolve("spark"), versions, "echo started");

        assertMistake(
                project.shell().with("SPARK_HOME", spark).run(project.launcher(), "evaluate"),
                "SPARK_HOME is " + spark + ", " + found + "; set it to a Spark 3.5 for Scala 2.12");
    }

    @Test
    void aSparkHomeWithoutSparkIsNamed() throws IOException {
        Path spark = FakeProject.installation(temporary.resolve("spark"), "spark-submit", "");

        assertMistake(
                project.shell().with("SPARK_HOME", spark).run(project.launcher(), "evaluate"),
                "SPARK_HOME is " + spark
                        + ", which has no jars/spark-core_*.jar; set it to a Spark 3.5 for Scala 2.12");
    }

    private static void assertMistake(Shell.Result run, String message) {
        assertThat(run.errLines()).containsExactly("outsole: " + message);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
