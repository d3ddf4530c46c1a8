package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code submit/outsole} does before a command runs: it builds the project and fetches the data, when needed. */
class LauncherPreparationTest {

    private static final String BUILDING = "outsole: building (first run, or sources changed)";
    private static final String MAVEN_THAT_BUILDS = """
            echo "mvn $*"
            mkdir -p "${4%/pom.xml}/target"
            cd "${4%/pom.xml}/target"
            echo /jars/new.jar > embedded.classpath
            : > outsole-2.0-all.jar
            """;

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
                        BUILDING, "mvn -B -q -f " + project.home + "/pom.xml -DskipTests -Dstyle.color=never package");
        assertThat(first.outLines()).contains(project.home + "/target/outsole-2.0.jar:/jars/new.jar");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", ".mvn/jvm.config", "src/main/Some.java", "conf/outsole.conf"})
    void aChangeBuildsOnceEvenIfItLeavesTheJarAsItWas(String changed) throws IOException {
        FakeProject project = FakeProject.ready(temporary);
        project.program("mvn", "");
        project.write(changed, "changed");
        setAge(project.home.resolve("target/outsole-1.0-all.jar"), 60);

        assertThat(project.launch("evaluate").errLines()).containsExactly(BUILDING);
        assertThat(project.launch("evaluate").err()).isEmpty();
    }

    @Test
    void ofTwoBuildsTheNewestRuns() throws IOException {
        FakeProject project = FakeProject.ready(temporary);
        setAge(project.write("target/outsole-0.9-all.jar", ""), 60);
        setAge(project.write("target/outsole-1.1-all.jar", ""), 60);

        assertThat(project.launch("evaluate").out()).contains("/target/outsole-1.0.jar:");
    }

    @Test
    void withoutMavenNothingIsBuilt() throws IOException {
        Shell.Result run = FakeProject.bare(temporary).launch("evaluate");

        assertThat(run.errLines()).containsExactly(BUILDING, "outsole: no mvn found; install Maven 3.8 or newer");
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
                        project.home + "/target/outsole-\\<version\\>.jar:",
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
