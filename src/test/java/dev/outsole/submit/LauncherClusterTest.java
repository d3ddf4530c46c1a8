package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a driver that runs on the cluster is given, and how the launcher learns how it ended. */
class LauncherClusterTest {
    private static final String STANDALONE = "--master spark://host:7077 --deploy-mode cluster";

    @TempDir
    Path temporary;

    private FakeProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = FakeProject.ready(temporary);
    }

    @Test
    void aFileOfTheUserIsSentAndFoundByItsName() throws IOException {
        assertThat(dryRun("evaluate --config my/own.conf " + STANDALONE))
                .contains(" --files my/own.conf ")
                .endsWith(" evaluate --config own.conf\n");
        assertThat(dryRun("evaluate --config=own.conf " + STANDALONE))
                .contains(" --files own.conf ")
                .endsWith(" evaluate --config=own.conf\n");
    }

    /** Spark splits JVM options at spaces outside quotes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project in a folder        | project%20in%20a%20folder",
                "it's \"odd\" + 100% $HOME    | it%27s%20%22odd%22%20%2B%20100%25%20%24HOME",
            })
    void theLogsSettingsAreFoundInAFolderWithASpace(String folder, String encoded) throws IOException {
        project = FakeProject.ready(temporary.resolve(folder));
        String log =
                "-Dlog4j2.configurationFile=file://" + temporary + "/" + encoded + "/project/conf/log4j2.properties";

        assertThat(submit("evaluate --master yarn").outLines())
                .anyMatch(line -> line.startsWith("SPARK_SUBMIT_OPTS=" + log + " "));
        List<String> inCluster = submit("evaluate " + STANDALONE).errLines();
        assertThat(inCluster).anyMatch(line -> line.startsWith("SPARK_SUBMIT_OPTS=" + log + " "));
        assertThat(inCluster)
                .filteredOn(line -> line.contains("JavaOptions"))
                .singleElement()
                .asString()
                .startsWith("spark.driver.extraJavaOptions=--add-opens=java.base/java.lang=ALL-UNNAMED ")
                .endsWith(" -Dfile.encoding=UTF-8 " + log);
    }

    /** What spark-submit can't be told of. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one, two | --master yarn --deploy-mode cluster | spark-submit ends a path in --files at a comma or a #;"
                        + " rename or move {home}/conf/outsole.conf",
                "no #1    | --master yarn                       | spark-submit ends a jar's path at a #; rename or move {home}",
            })
    void aFolderWithACommaOrANumberSignIsRefused(String folder, String options, String message) throws IOException {
        project = FakeProject.ready(temporary.resolve(folder));

        Shell.Result run = sparkHome("").run(project.launcher(), ("evaluate " + options).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly("outsole: " + message.replace("{home}", project.home.toString()));
    }

    /** Spark reads the name of a pod's template as a URI. */
    @Test
    void thePodsTemplatesAreFoundInAFolderWithASpace() throws IOException {
        project = FakeProject.ready(temporary.resolve("with space"));
        String folder = "file://" + temporary + "/with%20space/project/submit/kubernetes/";

        assertThat(dryRun("evaluate --master k8s://https://host --deploy-mode cluster"))
                .contains(
                        " spark.kubernetes.driver.podTemplateFile=" + folder + "driver.yaml ",
                        " spark.kubernetes.executor.podTemplateFile=" + folder + "executor.yaml ",
                        "\\ -Dlog4j2.configurationFile=/opt/outsole/conf/log4j2.properties ");
    }

    @Test
    void anImageHoldsAllButTheUsersOwnSettings() throws IOException {
        String command = dryRun("evaluate --master k8s://https://host --deploy-mode cluster");

        assertThat(command)
                .endsWith(" local:///opt/outsole/outsole.jar evaluate\n")
                .doesNotContain("--files");
        assertThat(command).contains("spark.kubernetes.driverEnv.OUTSOLE_HOME=/opt/outsole");
    }

    @Test
    void aBlasKernelOfTheUsersChoiceGoesToAllMachines() throws IOException {
        Shell shell = sparkHome("").with("OPENBLAS_CORETYPE", "HASWELL");
        String[] command = "evaluate --dry-run --master yarn --deploy-mode cluster".split(" ");

        assertThat(shell.run(project.launcher(), command).out())
                .contains("--conf spark.executorEnv.OPENBLAS_CORETYPE=HASWELL")
                .contains("--conf spark.yarn.appMasterEnv.OPENBLAS_CORETYPE=HASWELL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spark://host:7077 | State of driver driver-2026-0001 is FINISHED, exiting spark-submit JVM. | 0 | 0",
                "spark://host:7077 | State of driver driver-2026-0001 is FAILED, exiting spark-submit JVM.   | 0 | 1",
                "spark://host:7077 | State of driver-2026-0001 is RUNNING                                    | 0 | 1",
                "spark://host:7077 | State of driver driver-2026-0001 is now KILLED.                         | 0 | 1",
                "spark://host:7077 | no state                                                                | 0 | 1",
                "spark://host:7077 | State of driver driver-2026-0001 is FINISHED, exiting spark-submit JVM. | 101 | 1",
                "spark://host:7077 | State of driver driver-2026-0001 is FINISHED, exiting spark-submit JVM. | 143 | 143",
                "k8s://http://host | Application status for spark-1 (phase: Succeeded)                       | 0 | 0",
                "k8s://http://host | phase: Failed                                                           | 0 | 1",
            })
    void theExitCodeIsTheDrivers(String master, String told, int exitCode, int expected) throws IOException {
        Shell shell = sparkHome(
                "echo 'State of driver-2026-0001 is SUBMITTED' >&2\necho '" + told + "' >&2\nexit " + exitCode);
        String[] command = ("evaluate --deploy-mode cluster --master " + master).split(" ");

        Shell.Result run = shell.run(project.launcher(), command);

        assertThat(run.exitCode()).isEqualTo(expected);
        assertThat(run.err()).contains(told);
    }

    /** spark-submit reads one file of settings. */
    @Test
    void besideTheUsersSettingsOursStillCount() throws IOException {
        Path own = project.write("own settings", "spark.driver.memory 9g\nspark.authenticate.secret hidden\n");
        Shell.Result run = sparkHome("")
                .run(project.launcher(), "evaluate", "--dry-run", "--", "--properties-file", own.toString());

        assertThat(run.out())
                .contains(
                        "--conf spark.sql.shuffle.partitions=8",
                        "--properties-file " + own.toString().replace(" ", "\\ "))
                .doesNotContain("spark.driver.memory", "spark-defaults.conf", "hidden");
    }

    @Test
    void aDriverCannotGoToAClusterThatIsNone() throws IOException {
        Shell.Result run =
                sparkHome("").run(project.launcher(), "evaluate", "--master=local[2]", "--deploy-mode=cluster");

        assertThat(run.errLines())
                .isEqualTo(List.of("outsole: --deploy-mode cluster needs --master spark://HOST:PORT, yarn or"
                        + " k8s://URL, not 'local[2]'"));
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private String dryRun(String command) throws IOException {
        Shell.Result run = sparkHome("").run(project.launcher(), (command + " --dry-run").split(" "));
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    /** What a spark-submit is given whose driver succeeds. */
    private Shell.Result submit(String command) throws IOException {
        Shell shell = sparkHome(FakeProject.tellingArguments()
                + "echo \"SPARK_SUBMIT_OPTS=$SPARK_SUBMIT_OPTS\"\necho 'State of driver driver-1 is FINISHED'\n");
        Shell.Result run = shell.run(project.launcher(), command.split(" "));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private Shell sparkHome(String script) throws IOException {
        Path spark = FakeProject.spark(temporary.resolve("spark"), script);
        return project.shell().with("SPARK_HOME", spark);
    }
}
