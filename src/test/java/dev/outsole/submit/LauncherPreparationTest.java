package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code submit/outsole} does before a command runs: it builds the project and fetches the data, when needed. */
class LauncherPreparationTest {

    private static final String BUILDING = "outsole: building (first run, or sources changed)";
    private static final String MAVEN_THAT_BUILDS = """
            echo "mvn $*"
            cd "${4%/pom.xml}"
            submit/launcher/sources.bash note
            echo spark/new.jar > target/embedded.classpath
            : > target/outsole-2.0-all.jar
            submit/launcher/sources.bash keep outsole-2.0-all.jar PLATFORM
            """.replace("PLATFORM", FakeProject.PLATFORM);

    @TempDir
    Path temporary;

    @Test
    void theFirstRunBuilds() throws IOException {
        FakeProject project = FakeProject.bare(temporary);
        project.program("mvn", MAVEN_THAT_BUILDS);

        Shell.Result first = project.launch("other");
        Shell.Result second = project.launch("other");

        assertThat(first.errLines())
                .containsExactly(
                        BUILDING,
                        "mvn -B -q -f " + project.home
                                + "/pom.xml -Dmaven.test.skip=true -Dassembly.skipAssembly=true -Dstyle.color=never package");
        assertThat(first.outLines())
                .contains(project.home + "/target/outsole-2.0-all.jar:" + project.home + "/target/spark/new.jar");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());
    }

    /** A copy may make all files as old as it likes. */
    @ParameterizedTest
    @ValueSource(
            strings = {"pom.xml", ".mvn/jvm.config", "src/main/Some.java", "src/main/New.java", "conf/outsole.conf"})
    void aChangeOfContentBuildsWhateverItsTime(String changed) throws IOException {
        FakeProject project = FakeProject.ready(temporary);
        project.program("mvn", MAVEN_THAT_BUILDS);
        setAge(project.write(changed, "changed"), 600);

        assertThat(project.launch("evaluate").errLines()).startsWith(BUILDING);
        assertThat(project.launch("evaluate").err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 600})
    void aChangeOfTimesBuildsNothing(int age) throws IOException {
        FakeProject project = FakeProject.ready(temporary);
        for (String file : List.of("pom.xml", "src/main/Some.java", "conf/outsole.conf")) {
            setAge(project.home.resolve(file), age);
        }

        assertThat(project.launch("evaluate").err()).isEmpty();
    }

    /** By hand, as in a test before a build has ended: the jar is still of the sources before. */
    @Test
    void aBuildThatDidNotEndCountsForNothing() throws IOException {
        FakeProject project = FakeProject.ready(temporary);
        project.program("mvn", MAVEN_THAT_BUILDS);
        project.write("src/main/Some.java", "changed");
        project.shell().run(project.home.resolve("submit/launcher/sources.bash"), "note");
        project.write("src/main/Some.java", "");

        assertThat(project.launch("evaluate").errLines()).startsWith(BUILDING);
    }

    @Test
    void ofTwoBuildsTheLastRuns() throws IOException {
        FakeProject project = FakeProject.ready(temporary);
        project.write("target/outsole-1.1-all.jar", "");

        assertThat(project.launch("evaluate").out()).contains("/target/outsole-1.0-all.jar:");
    }

    @Test
    void whoStartsDuringABuildWaitsForIt() throws Exception {
        FakeProject project = FakeProject.bare(temporary);
        project.program("mvn", "echo built >>'" + temporary + "/builds'\n" + MAVEN_THAT_BUILDS);
        ExecutorService both = Executors.newFixedThreadPool(2);

        List<Future<Shell.Result>> runs =
                both.invokeAll(List.of(() -> project.launch("other"), () -> project.launch("other")));

        both.shutdown();
        assertThat(runs.get(0).get().exitCode()).isZero();
        assertThat(runs.get(1).get().out()).isEqualTo(runs.get(0).get().out()).isNotEmpty();
        assertThat(temporary.resolve("builds")).hasContent("built");
    }

    @Test
    void aBuildThatWasKilledHoldsNobodyUp() throws Exception {
        FakeProject project = FakeProject.bare(temporary);
        project.program("mvn", MAVEN_THAT_BUILDS);
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        project.write("target/building", dead.pid() + "\n");

        assertThat(project.launch("other").errLines()).startsWith(BUILDING);
        assertThat(project.home.resolve("target/building")).doesNotExist();
    }

    @Test
    void aReleaseRunsWithoutMavenAndSources() throws IOException {
        FakeProject project = FakeProject.release(temporary.resolve("a [glob] é"));

        Shell.Result run = project.launch("other");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(project.home + "/lib/outsole-1.0-all.jar:" + project.home + "/lib/spark/one.jar");
    }

    @Test
    void aReleaseForAnotherMachineIsRefused() throws IOException {
        FakeProject project = FakeProject.release(temporary);
        project.write("lib/built", "outsole-1.0-all.jar other-cpu\n");

        Shell.Result run = project.launch("other");

        assertThat(run.errLines())
                .containsExactly("outsole: this release is for other-cpu, this machine's Java for "
                        + FakeProject.PLATFORM + "; take the release for it, or build it from source");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aReleaseThatLacksPartsIsRefused() throws IOException {
        FakeProject project = FakeProject.release(temporary);
        Files.delete(project.home.resolve("lib/outsole-1.0-all.jar"));

        assertThat(project.launch("other").errLines())
                .containsExactly("outsole: " + project.home
                        + "/lib lacks parts of the release, or they can't be read; unpack it again");
    }

    @Test
    void withoutMavenNothingIsBuilt() throws IOException {
        Shell.Result run = FakeProject.bare(temporary).launch("evaluate");

        assertThat(run.errLines())
                .containsExactly("outsole: no mvn found, which builds " + temporary.resolve("project")
                        + " (first run, or sources changed); install Maven 3.8 or newer, or take a release");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aFailedBuildEndsTheRun() throws IOException {
        FakeProject project = FakeProject.ready(temporary);
        Files.delete(project.home.resolve("target/outsole-1.0-all.jar"));
        project.program("mvn", "echo '[ERROR] no such symbol'; exit 1");

        Shell.Result run = project.launch("evaluate");

        assertThat(run.errLines())
                .containsExactly(BUILDING, "[ERROR] no such symbol", "outsole: the build failed, see above");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "ingest --overwrite", "train"})
    void missingDataIsFetched(String command) throws IOException {
        FakeProject project = projectThatFetches("echo fetched");

        Shell.Result run = project.launch(command.split(" "));

        assertThat(run.errLines()).containsExactly("fetched");
        assertThat(run.out()).contains("dev.outsole.cli.Main");
    }

    @Test
    void whenFetchingFailsSoDoesTheRun() throws IOException {
        Shell.Result run = projectThatFetches("exit 7").launch("evaluate");

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluate --data x",
                "evaluate --table=x",
                "ingest --images x",
                "ingest --images=x",
                "evaluate --help",
                "evaluate -h",
                "score --model x",
                "other"
            })
    void dataThatIsNotNeededIsNotFetched(String command) throws IOException {
        Shell.Result run = projectThatFetches("echo fetched; exit 7").launch(command.split(" "));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aTableNeedsNoFiles() throws IOException {
        FakeProject project = projectThatFetches("exit 7");
        project.write("data/fashion-mnist/table/table.json", "{}");

        assertThat(project.launch("evaluate").exitCode()).isZero();
    }

    @Test
    void dryRunOnlyTellsWhatItWouldDoFirst() throws IOException {
        FakeProject project = FakeProject.bare(temporary);

        Shell.Result run = project.launch("evaluate", "--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errLines())
                .containsExactly(
                        "outsole: would first build with mvn; <...> stands for what the build makes",
                        "outsole: would first fetch the data with " + project.home + "/submit/fetch-data");
        assertThat(run.out())
                .contains(
                        project.home + "/target/outsole-\\<version\\>-all.jar:",
                        "\\<content\\ of\\ " + project.home + "/target/embedded.classpath\\>");
        assertThat(project.home.resolve("target")).doesNotExist();
    }

    @Test
    void dryRunGetsByWithoutSparkDefaults() throws IOException {
        FakeProject project = FakeProject.ready(temporary);
        Path defaults = project.home.resolve("conf/spark-defaults.conf");
        Files.delete(defaults);

        Shell.Result run = project.launch("evaluate", "--dry-run");

        assertThat(run.errLines()).containsExactly("outsole: no " + defaults + "; going by Spark's own defaults");
        assertThat(run.out()).contains("/java -Dspark.master=");
    }

    private FakeProject projectThatFetches(String script) throws IOException {
        FakeProject project = FakeProject.ready(temporary);
        Files.delete(project.home.resolve("data/fashion-mnist/t10k-labels-idx1-ubyte.gz"));
        project.write("submit/fetch-data", "#!/bin/sh\n" + script + "\n");
        return project;
    }

    private static void setAge(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }
}
