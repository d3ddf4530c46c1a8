package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Java the launcher takes, of those that are installed, and what it says when none fits. */
class LauncherJavaTest {

    @TempDir
    Path temporary;

    private FakeProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = FakeProject.ready(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "17.0.15", "21.0.2", "21-ea"})
    void javaHomeGoesBeforeThePath(String version) throws IOException {
        Path home = FakeProject.jdk(temporary.resolve("a java"), version);

        assertThat(launch(home).err()).isEmpty();
        assertThat(project.shell()
                        .with("JAVA_HOME", home)
                        .run(project.launcher(), "x", "--dry-run")
                        .out())
                .contains("/a\\ java/bin/java ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.3", "22", "11.0.24", "1.8.0_392"})
    void aJavaHomeThatDoesNotFitIsNamedWithOneThatDoes(String version) throws IOException {
        Path home = FakeProject.jdk(temporary.resolve("chosen"), version);
        String found =
                "JAVA_HOME is " + home + ", Java " + version + "; Spark 3.5 runs on 17 to 21: set JAVA_HOME to one";

        assertMistake(launch(home), found + "; none is installed here");
        FakeProject.jdk(project.javas.resolve("java-11"), "11.0.2");
        Path fitting = FakeProject.jdk(project.javas.resolve("java-17"), "17.0.1");
        assertMistake(launch(home), found + ", such as " + fitting);
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws IOException {
        Path fitting = FakeProject.jdk(project.javas.resolve("java-21"), "21.0.1");

        assertMistake(
                launch(Path.of("/no/java")),
                "JAVA_HOME is /no/java, which has no bin/java; set it to a Java 17 to 21, such as " + fitting);
    }

    /** Without its file it must be asked, as long as that takes. */
    @Test
    void aJavaThatTellsNothingByAFileIsAsked() throws IOException {
        Path old = FakeProject.installation(temporary.resolve("old"), "java", FakeProject.stating("1.8.0_392"));

        assertMistake(
                launch(old),
                "JAVA_HOME is " + old
                        + ", Java 1.8.0_392; Spark 3.5 runs on 17 to 21: set JAVA_HOME to one; none is installed here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25.0.3"})
    void whereThePathHasNoneThatFitsAnInstalledOneIsTaken(String onPath) throws IOException {
        putOnPath(onPath);
        FakeProject.jdk(project.javas.resolve("java-25"), "25.0.1");
        Path fitting = FakeProject.jdk(project.javas.resolve("java-9-is-not-the-last"), "17.0.1");

        Shell.Result run = project.launch("detectors", "--dry-run");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(" " + fitting + "/bin/java ");
    }

    @Test
    void thatOneIsToldToSparkSubmitToo() throws IOException {
        putOnPath("25.0.3");
        Path fitting = FakeProject.jdk(project.javas.resolve("java-17"), "17.0.1");
        Path spark = FakeProject.spark(temporary.resolve("spark"), "echo \"Java $JAVA_HOME\"");

        assertThat(project.shell()
                        .with("SPARK_HOME", spark)
                        .run(project.launcher(), "detectors")
                        .outLines())
                .contains("Java " + fitting);
    }

    @Test
    void withNoneAtAllThereIsOneLine() throws IOException {
        putOnPath("");
        assertMistake(project.launch("evaluate"), "no Java 17 to 21 found; install one, or set JAVA_HOME to it");
        putOnPath("11.0.24");
        assertMistake(
                project.launch("evaluate"),
                "no Java 17 to 21 found (" + project.programs
                        + "/java is 11.0.24); install one, or set JAVA_HOME to it");
    }

    @Test
    void aLinkToAJavaLeadsToItsFile() throws IOException {
        Path jdk = FakeProject.jdk(temporary.resolve("jdk"), "25.0.3");
        Files.delete(project.programs.resolve("java"));
        Files.createSymbolicLink(project.programs.resolve("java"), jdk.resolve("bin/java"));

        assertMistake(
                project.launch("evaluate"),
                "no Java 17 to 21 found (" + project.programs
                        + "/java is 25.0.3); install one, or set JAVA_HOME to it");
    }

    /** To run, a runtime will do. */
    @Test
    void aBuildWantsACompiler() throws IOException {
        Path runtime = FakeProject.jdk(temporary.resolve("runtime"), "17.0.1");
        Files.delete(runtime.resolve("bin/javac"));
        assertThat(launch(runtime).err()).isEmpty();
        project.write("pom.xml", "changed");
        project.program("mvn", "echo \"mvn by $JAVA_HOME\"; exit 1");

        assertMistake(
                launch(runtime),
                runtime + " has no compiler (bin/javac); install a JDK 17 to 21 to build " + project.home);
        Path compiler = FakeProject.jdk(project.javas.resolve("java-21"), "21.0.1");
        assertThat(launch(runtime).errLines()).contains("mvn by " + compiler);
    }

    @Test
    void aMachineWithoutNativeCodeIsNamed() throws IOException {
        Path home = FakeProject.jdk(temporary.resolve("alpine"), "17.0.1");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\nLIBC=\"musl\"\nOS_NAME=\"Linux\"\n");

        Shell.Result run = launch(home);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("outsole: ND4J has no native code for this machine (");
    }

    private void putOnPath(String version) throws IOException {
        project.program("java", FakeProject.stating(version));
        if (version.isEmpty()) {
            Files.delete(project.programs.resolve("java"));
        }
    }

    private Shell.Result launch(Path javaHome) {
        return project.shell().with("JAVA_HOME", javaHome).run(project.launcher(), "detectors");
    }

    private static void assertMistake(Shell.Result run, String message) {
        assertThat(run.errLines()).containsExactly("outsole: " + message);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
