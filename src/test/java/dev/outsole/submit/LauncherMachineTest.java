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

/** What the launcher makes up for on a machine that is bare or locked down. */
class LauncherMachineTest {

    @TempDir
    Path temporary;

    private FakeProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = FakeProject.ready(temporary);
        project.program("java", FakeProject.stating("17.0.15") + "echo \"locale ${LC_ALL-}\"\nprintf '%s\\n' \"$@\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "", "no_SUCH.UTF-8"})
    void javaGetsALocaleThatSaysAllNames(String locale) {
        Shell.Result run = project.shell().with("LC_ALL", locale).run(project.launcher(), "detectors");

        assertThat(run.err()).doesNotContain("outsole:");
        assertThat(run.outLines().get(0)).matches("locale \\S+\\.(UTF-8|utf8)");
    }

    @Test
    void aLocaleThatDoesStays() {
        assertThat(project.shell()
                        .with("LC_ALL", "C.UTF-8")
                        .run(project.launcher(), "detectors", "--dry-run")
                        .out())
                .doesNotContain("LC_ALL");
    }

    /** A file where the folder should be: a home that can't be written, for root too. */
    @Test
    void nativeCodeGoesWhereItCanBeExecuted() throws IOException {
        Path home = Files.writeString(temporary.resolve("unwritable"), "");
        Path other = Files.createDirectories(temporary.resolve("tmp"));
        Shell shell = project.shell().with("HOME", home).with("TMPDIR", other);

        assertThat(shell.run(project.launcher(), "detectors").out())
                .contains("-Djna.tmpdir=" + other + "/outsole-", "-Djava.io.tmpdir=" + other + "\n");
    }

    @Test
    void temporaryFilesFollowNativeCodeWhereTheirFolderCannotExecute() throws IOException {
        Shell shell = project.shell().with("TMPDIR", temporary.resolve("unwritable/tmp"));
        Files.writeString(temporary.resolve("unwritable"), "");

        assertThat(shell.run(project.launcher(), "detectors").outLines())
                .contains("-Djna.tmpdir=" + project.nativeFolder(), "-Djava.io.tmpdir=" + project.nativeFolder());
    }

    @Test
    void theUserMayNameTheFolder() throws IOException {
        Path mine = temporary.resolve("my own");

        assertThat(project.shell()
                        .with("OUTSOLE_NATIVE", mine)
                        .run(project.launcher(), "detectors")
                        .outLines())
                .contains("-Djna.tmpdir=" + mine, "-Dorg.bytedeco.javacpp.cachedir=" + mine);
    }

    @Test
    void aFolderThatCannotExecuteIsRefusedBeforeAnyWork() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        Shell.Result run = project.shell().with("OUTSOLE_NATIVE", file).run(project.launcher(), "detectors");

        assertThat(run.errLines())
                .containsExactly("outsole: OUTSOLE_NATIVE is " + file
                        + ", where you can't write and execute files; name another folder");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aFolderWithAColonIsRefused() throws IOException {
        Path moved = Files.move(project.home, temporary.resolve("a:b"));

        Shell.Result run = project.shell().in(temporary).run(moved.resolve("submit/outsole"), "detectors");

        assertThat(run.errLines()).containsExactly("outsole: Java ends a path at a colon; rename or move " + moved);
    }
}
