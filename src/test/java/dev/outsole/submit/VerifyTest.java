package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code submit/verify}, with a list of two tools, which are there when a file of their name is, and stand-ins for what it calls. */
class VerifyTest {
    private static final String NO_TESTS = "";
    private static final String SUDO = "[ \"$1\" = -n ] || exit 1; shift; [ \"$*\" = true ] || exec \"$@\"";

    @TempDir
    private Path temporary;

    private FakeProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = FakeProject.bare(temporary);
        Files.copy(FakeProject.REAL.resolve("submit/verify"), project.home.resolve("submit/verify"));
        project.write("src/test/resources/needs.txt", """
                # name | purpose | probe
                alpha | reads | test -e '%1$s/alpha'
                beta  | writes | test -e '%1$s/beta'
                """.formatted(temporary));
        for (String folder : List.of(".ci", "src/test/bash", "src/clusters")) {
            project.write(folder + "/script", "#!/usr/bin/env bash\n");
        }
        project.program("mvn", "echo \"mvn $*\"");
        project.program("shellcheck", "echo shellcheck; exit ${BAD_SCRIPT:-0}");
    }

    private void have(String... tools) throws IOException {
        for (String tool : tools) {
            Files.createFile(temporary.resolve(tool));
        }
    }

    /** Installs what it is asked for, but never what the test calls unobtainable. */
    private void aptGet() throws IOException {
        project.program("apt-get", """
                echo "apt-get $*" >&2
                while [ $# -gt 0 ]; do
                  case $1 in alpha | beta) [ "$1" = "${UNOBTAINABLE-}" ] || echo >"%s/$1" ;; esac
                  shift
                done
                [ -z "${UNOBTAINABLE-}" ]
                """.formatted(temporary));
    }

    private Shell.Result verify(String... arguments) {
        return project.shell().run(project.home.resolve("submit/verify"), arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "'', mvn -B -ntp spotless:check;mvn -B -ntp verify",
        "--clusters, mvn -B -ntp spotless:check;mvn -B -ntp verify -Pclusters",
        "--all, mvn -B -ntp spotless:check;mvn -B -ntp verify;mvn -B -ntp verify -Pclusters",
        "--all -o -Dtest=A, mvn -B -ntp spotless:check -o -Dtest=A;mvn -B -ntp verify -o -Dtest=A;mvn -B -ntp verify -Pclusters -o -Dtest=A",
    })
    void whatIsAskedForRunsAfterScriptsAndFormatting(String options, String calls) throws IOException {
        have("alpha", "beta");

        Shell.Result run = verify(options.isEmpty() ? new String[0] : options.split(" "));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.outLines())
                .containsExactly(Stream.concat(Stream.of("shellcheck"), Stream.of(calls.split(";")))
                        .toArray(String[]::new));
    }

    @Test
    void whatIsMissingIsToldLineByLineBeforeAnyTest() throws IOException {
        have("beta");
        Shell.Result one = verify();
        Files.delete(temporary.resolve("beta"));
        Shell.Result two = verify("--all");

        assertThat(one)
                .isEqualTo(new Shell.Result(
                        2, NO_TESTS, "verify: alpha is missing (reads): install what Debian's package holds: alpha\n"));
        assertThat(two.exitCode()).isEqualTo(2);
        assertThat(two.out()).isEqualTo(NO_TESTS);
        assertThat(two.errLines()).hasSize(2).element(1).asString().startsWith("verify: beta is missing (writes): ");
    }

    @Test
    void whoMayNotInstallIsToldTheCommand() throws IOException {
        aptGet();
        have("alpha");
        project.program("sudo", "echo 'a password is required' >&2; exit 1");

        assertThat(asAnotherUser())
                .isEqualTo(
                        new Shell.Result(2, NO_TESTS, "verify: beta is missing (writes): sudo apt-get install beta\n"));
    }

    @Test
    void sudoInstallsIfItAsksForNoPassword() throws IOException {
        aptGet();
        have("beta");
        project.program("sudo", SUDO);

        Shell.Result run = asAnotherUser();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.errLines()).contains("verify: installing alpha");
        assertThat(run.out()).contains("mvn -B -ntp verify");
    }

    @Test
    void whatCanNotBeInstalledIsToldBeforeAnyTest() throws IOException {
        aptGet();
        project.program("sudo", SUDO);

        Shell.Result run = project.shell().with("UNOBTAINABLE", "beta").run(project.home.resolve("submit/verify"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEqualTo(NO_TESTS);
        assertThat(run.errLines()).last().isEqualTo("verify: beta is missing (writes): sudo apt-get install beta");
    }

    /** By setpriv, if this user is root. */
    private Shell.Result asAnotherUser() throws IOException {
        Path verify = project.home.resolve("submit/verify");
        if (!"root".equals(System.getProperty("user.name"))) {
            return verify();
        }
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
        return project.shell()
                .run(
                        Path.of("/usr/bin/setpriv"),
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        verify.toString());
    }

    @Test
    void aFaultInAScriptComesBeforeTheTests() throws IOException {
        have("alpha", "beta");

        Shell.Result run = project.shell().with("BAD_SCRIPT", 1).run(project.home.resolve("submit/verify"));

        assertThat(run).isEqualTo(new Shell.Result(1, "shellcheck\n", run.err()));
        assertThat(run.errLines()).last().isEqualTo("verify: shellcheck has found something, see above");
    }

    @ParameterizedTest
    @CsvSource({"spotless:check, 1", "verify, 2"})
    void whatFailsEndsIt(String goal, int calls) throws IOException {
        have("alpha", "beta");
        project.program("mvn", "echo \"mvn $*\"; case \"$*\" in *" + goal + "*) exit 1 ;; esac");

        Shell.Result run = verify("--all");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.outLines()).hasSize(1 + calls);
    }

    @Test
    void aReleaseHasNoTests() throws IOException {
        Files.delete(project.home.resolve("pom.xml"));

        Shell.Result run = verify();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("the tests are not part of a release");
    }

    @Test
    void continuousIntegrationRunsAllOfIt() throws IOException {
        Files.copy(FakeProject.REAL.resolve(".ci/run"), project.home.resolve(".ci/run"));
        have("alpha", "beta");

        Shell.Result run = project.shell()
                .in(temporary)
                .run(
                        project.programs.resolve("bash"),
                        project.home.resolve(".ci/run").toString());

        assertThat(run.outLines()).endsWith("mvn -B -ntp verify", "mvn -B -ntp verify -Pclusters");
    }
}
