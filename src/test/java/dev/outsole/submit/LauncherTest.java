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

/** The command that {@code submit/outsole} composes, on an embedded Spark and through spark-submit. */
class LauncherTest {

    @TempDir
    Path temporary;

    private FakeProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = FakeProject.ready(temporary);
    }

    @Test
    void embeddedJavaGetsTheSettingsOfSparkDefaults() {
        Shell.Result run = project.launch("evaluate", "--normal", "Ankle boot");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines())
                .containsExactly(
                        "OUTSOLE_HOME=" + project.home,
                        "OUTSOLE_CONFIG=" + project.home + "/conf/outsole.conf",
                        "OMP_NUM_THREADS=1",
                        "OPENBLAS_NUM_THREADS=1",
                        "SPARK_LOCAL_IP=127.0.0.1",
                        "-Xmx2g",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dfile.encoding=UTF-8",
                        "-Dspark.sql.shuffle.partitions=8",
                        "-Dspark.app.name=Outsole test",
                        "-Dspark.master=local[*]",
                        "-Dlog4j2.configurationFile=file://" + project.home + "/conf/log4j2.properties",
                        "-Dorg.bytedeco.javacpp.cachedir=" + project.nativeFolder(),
                        "-Djna.tmpdir=" + project.nativeFolder(),
                        "-cp",
                        project.classPath(),
                        "dev.outsole.cli.Main",
                        "evaluate",
                        "--normal",
                        "Ankle boot");
    }

    /** Where spark-submit isn't, its option for more jars still works. */
    @Test
    void moreJarsComeBehindOutsolesOwn() throws IOException {
        Path jar = project.write("my jars/one more.jar", "");
        Path other = project.write("other.jar", "");
        String expected = project.classPath() + ":" + jar + ":" + other;

        assertThat(project.launch("detectors", "--", "--jars", jar + "," + other)
                        .outLines())
                .containsSubsequence("-cp", expected, "dev.outsole.cli.Main");
        assertThat(project.launch("detectors", "--", "--jars=" + jar, "--jars=file:" + other)
                        .outLines())
                .containsSubsequence("-cp", expected, "dev.outsole.cli.Main");
    }

    @Test
    void dryRunPrintsALineThatDoesTheSameInAShell() {
        Shell.Result dryRun = project.launch("evaluate", "--normal", "it's 'odd'", "--dry-run");
        Shell.Result pasted = project.shell().run(project.programs.resolve("bash"), "-c", dryRun.out());

        assertThat(dryRun.err()).isEmpty();
        assertThat(dryRun.outLines()).hasSize(1);
        assertThat(pasted).isEqualTo(project.launch("evaluate", "--normal", "it's 'odd'"));
    }

    @Test
    void theProjectsOwnSettingsOpenJavaToSpark() {
        Shell shell = project.shell().in(temporary);
        Shell.Result run = shell.run(FakeProject.REAL.resolve("submit/outsole"), "evaluate", "--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).hasSize(1);
        assertThat(run.out())
                .contains("-Dspark.master=local\\[\\*\\] ", " dev.outsole.cli.Main evaluate\n")
                .contains("--add-opens", "java.base/java.nio=ALL-UNNAMED", "java.base/sun.nio.ch=ALL-UNNAMED");
    }

    @Test
    void sparkOptionsWinOverTheSettingsOfAnEmbeddedRun() {
        Shell.Result run = project.launch(
                "evaluate",
                "--",
                "--conf",
                "spark.master=local[1]",
                "--conf=spark.ui.enabled=true",
                "--driver-memory",
                "4g");

        assertThat(run.outLines())
                .containsSubsequence("-Xmx2g", "-Dspark.master=local[*]", "-Dspark.master=local[1]")
                .containsSubsequence("-Dspark.ui.enabled=true", "-Xmx4g", "-cp");
    }

    /** As in spark-submit. */
    @Test
    void aQuotedJavaOptionMayHaveSpaces() {
        String options = "spark.driver.extraJavaOptions=-Done=\"/my home\" -Dtwo='\"odd\" one'  -ea";

        assertThat(project.launch("evaluate", "--", "--conf", options).outLines())
                .containsSequence("-Done=/my home", "-Dtwo=\"odd\" one", "-ea", "-cp");
    }

    @Test
    void aLocalAddressThatIsSetStays() {
        Shell shell = project.shell().with("SPARK_LOCAL_IP", "10.0.0.7");

        assertThat(shell.run(project.launcher(), "evaluate").outLines()).contains("SPARK_LOCAL_IP=10.0.0.7");
    }

    @Test
    void aFolderLinkedUnderANameWithASpaceKeepsThatName() throws IOException {
        Path linked = Files.createSymbolicLink(temporary.resolve("my project"), project.home);

        Shell.Result run = project.shell().in(temporary).run(linked.resolve("submit/outsole"), "evaluate");

        assertThat(run.outLines())
                .contains("OUTSOLE_HOME=" + linked)
                .contains(project.classPath().replace(project.home.toString(), linked.toString()))
                .contains("OUTSOLE_CONFIG=" + linked.resolve("conf/outsole.conf"));
    }

    @Test
    void aLinkToTheScriptIsFollowed() throws IOException {
        Files.createSymbolicLink(temporary.resolve("first"), Path.of("project/submit/outsole"));
        Path link = Files.createSymbolicLink(temporary.resolve("outsole"), Path.of("first"));

        assertThat(project.shell().in(temporary).run(link, "evaluate").outLines())
                .contains("OUTSOLE_HOME=" + project.home);
    }

    @Test
    void sparkSubmitGetsTheJarAndItsOwnOptions() throws IOException {
        Path spark = FakeProject.spark(temporary.resolve("my spark"), FakeProject.tellingArguments());
        Shell shell = project.shell().with("SPARK_HOME", spark);

        Shell.Result run = shell.run(
                project.launcher(),
                "--master=local[2]",
                "evaluate",
                "--deploy-mode",
                "client",
                "--seed",
                "1",
                "--",
                "--name",
                "x y");

        assertThat(run.outLines())
                .startsWith("OUTSOLE_HOME=" + project.home)
                .endsWith(
                        "--master",
                        "local[2]",
                        "--deploy-mode",
                        "client",
                        "--properties-file",
                        project.home.resolve("conf/spark-defaults.conf").toString(),
                        "--class",
                        "dev.outsole.cli.Main",
                        "--name",
                        "outsole evaluate",
                        "--name",
                        "x y",
                        project.home.resolve("target/outsole-1.0-all.jar").toString(),
                        "evaluate",
                        "--seed",
                        "1");
    }

    @Test
    void withoutMasterTheSparkOfSparkHomeChoosesOne() throws IOException {
        Path spark = FakeProject.spark(temporary.resolve("spark"), "");
        Shell shell = project.shell().with("SPARK_HOME", spark);

        assertThat(shell.run(project.launcher(), "evaluate", "--dry-run").out())
                .startsWith("env OUTSOLE_HOME=" + project.home + " ")
                .contains(" " + spark + "/bin/spark-submit --properties-file ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''              | --files {settings}\\,{log} {jar}",
                "--files mine    | --files mine\\,{settings}\\,{log} {jar}",
                "--files=mine    | --files=mine\\,{settings}\\,{log} {jar}"
            })
    void aDriverOnTheClusterGetsTheSettingsSent(String sparkOption, String sent) throws IOException {
        Path spark = FakeProject.spark(temporary.resolve("spark"), "");
        Shell shell = project.shell().with("SPARK_HOME", spark);
        String[] options = ("evaluate --dry-run --master yarn --deploy-mode cluster -- " + sparkOption).split(" ");

        assertThat(shell.run(project.launcher(), options).out())
                .contains(sent.replace("{settings}", project.home + "/conf/outsole.conf")
                        .replace("{log}", project.home + "/conf/log4j2.properties")
                        .replace("{jar}", project.home + "/target/outsole-1.0-all.jar"))
                .endsWith(" evaluate --config outsole.conf\n");
    }
}
