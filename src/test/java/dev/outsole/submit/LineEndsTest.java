package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.needs.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone made by a Git that writes the line ends of Windows. */
@Needs("git")
class LineEndsTest {
    private static final List<String> FILES = List.of(
            ".gitattributes", "submit/outsole", "submit/launcher/java.bash", "conf/outsole.conf", "src/docs/roc.png");

    @TempDir
    Path temporary;

    @Test
    void scriptsAndSettingsKeepTheirs() throws IOException {
        Path origin = temporary.resolve("origin");
        for (String file : FILES) {
            Files.createDirectories(origin.resolve(file).getParent());
            Files.copy(FakeProject.REAL.resolve(file), origin.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        git("-C", origin.toString(), "init", "-q");
        git("-C", origin.toString(), "add", ".");
        git("-C", origin.toString(), "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "All");

        Path clone = temporary.resolve("clone");
        git("clone", "-q", "-c", "core.autocrlf=true", origin.toString(), clone.toString());

        for (String file : FILES) {
            assertThat(clone.resolve(file)).hasSameBinaryContentAs(FakeProject.REAL.resolve(file));
        }
        assertThat(Files.readString(clone.resolve("submit/outsole"), StandardCharsets.UTF_8))
                .doesNotContain("\r");
    }

    private void git(String... arguments) {
        Shell.Result run = new Shell(temporary, Map.of("PATH", System.getenv("PATH"), "HOME", temporary.toString()))
                .run(Path.of("git"), arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }
}
