package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.needs.Needs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The DAG in {@code submit/schedule}, run by Python against as much of Airflow as it uses. */
@Needs("python3")
class AirflowTest {
    private static final Path CHECKS = FakeProject.REAL.resolve("src/test/resources/schedule");

    @TempDir
    Path temporary;

    private FakeProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = FakeProject.ready(temporary.resolve("with space"));
    }

    private Path spark(String script) throws IOException {
        return FakeProject.spark(temporary.resolve("spark"), script);
    }

    private Shell.Result runDag(Path spark) {
        return project.shell()
                .with("PYTHONPATH", CHECKS.resolve("airflow_stubs"))
                .with("PYTHONDONTWRITEBYTECODE", 1)
                .run(
                        Path.of("/usr/bin/python3"),
                        CHECKS.resolve("run_dag.py").toString(),
                        FakeProject.REAL
                                .resolve("submit/schedule/outsole_nightly.py")
                                .toString(),
                        project.home.toString(),
                        spark.resolve("bin/spark-submit").toString());
    }

    @Test
    void theCommandIsTheLaunchers() throws IOException {
        Path spark = spark(FakeProject.tellingArguments() + "echo \"$SPARK_SUBMIT_OPTS\"");

        Shell.Result dag = runDag(spark);
        Shell.Result launcher = project.shell()
                .with("SPARK_HOME", spark)
                .run(
                        project.launcher(),
                        "nightly --master yarn --date 2026-11-20 --history hdfs:///outsole/history --output hdfs:///outsole/runs"
                                .split(" "));

        assertThat(launcher.exitCode()).isZero();
        assertThat(dag.err()).isEqualTo("ended: success\n");
        assertThat(dag.outLines()).hasSizeGreaterThan(15);
        // SPARK_LOCAL_IP is nobody's; spark-submit takes its options in any order.
        assertThat(options(dag)).containsExactlyInAnyOrderElementsOf(options(launcher));
        assertThat(command(dag)).isEqualTo(command(launcher));
    }

    private List<String> options(Shell.Result run) {
        return run.outLines().subList(0, run.outLines().indexOf("nightly"));
    }

    /** But where native code goes, which the launcher finds out by trying. */
    private List<String> command(Shell.Result run) {
        return run
                .outLines()
                .subList(run.outLines().indexOf("nightly"), run.outLines().size())
                .stream()
                .map(word -> word.replaceAll(" \"?-D(jna|org.bytedeco)\\S*=\\S* ?\\S*/outsole\"?", ""))
                .toList();
    }

    /** A failure is tried again by Airflow, a regression isn't. */
    @ParameterizedTest
    @CsvSource({"1, AirflowException", "2, AirflowException", "3, AirflowFailException", "137, AirflowException"})
    void aRegressionIsToldFromAFailure(int exitCode, String end) throws IOException {
        Shell.Result dag = runDag(spark("exit " + exitCode));

        assertThat(dag.err()).startsWith("ended: " + end + ": ");
    }

    @Test
    void aHomeWithoutABuildIsTold() throws IOException {
        project = FakeProject.bare(temporary.resolve("bare"));

        Shell.Result dag = runDag(temporary);

        assertThat(dag.exitCode()).isEqualTo(1);
        assertThat(dag.err()).contains("no build in " + project.home + "/target: run mvn package there");
    }
}
