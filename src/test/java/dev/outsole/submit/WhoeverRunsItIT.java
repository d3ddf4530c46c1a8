package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real runs of this build by users who haven't built it, on machines that allow little. */
class WhoeverRunsItIT {
    private static final String NOBODY = "65534";
    private static final String NAMELESS = "1000650000";

    /** Not below /tmp, which a test replaces. */
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0, "only root may become another user");
        folder = Files.createTempDirectory(Path.of("/var/tmp"), "outsole");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @AfterEach
    void removeFolders() throws IOException {
        if (folder != null) {
            delete(folder);
        }
        for (String user : List.of(NOBODY, NAMELESS)) {
            delete(Path.of("/tmp/outsole-" + user));
            delete(Path.of("/var/tmp/outsole-" + user));
        }
    }

    /** With an empty environment, and a home that isn't there; at a place that others can reach, whatever folders are above this checkout. */
    @Test
    void anotherUserGetsTheSameFigures() throws IOException {
        data();
        Path checkout = Files.createDirectory(folder.resolve("checkout"));
        List<String> command = new ArrayList<>(List.of("--mount", "sh", "-c"));
        command.add("mount --bind \"$1\" \"$2\" && shift 2 && exec setpriv \"$@\"");
        command.addAll(List.of("sh", FakeProject.REAL.toString(), checkout.toString()));
        command.addAll(as(NOBODY, checkout.resolve("submit/outsole")));

        Shell.Result run = shell().run(Path.of("unshare"), command.toArray(String[]::new));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertReferenceFigures();
    }

    /**
     * A user without a name, an unknown host, a /tmp that can't execute, no Maven, a locale without letters, and the release in a folder of
     * root's, whose name is full of traps.
     */
    @Test
    void aReleaseRunsWhereLittleIsAllowed() throws IOException {
        Path release = unpackedRelease(Files.createDirectories(folder.resolve("a [glob] é {x,y}")));
        Path data = release.resolve("data/fashion-mnist");
        shell().run(Path.of("cp"), "-r", data().toString(), data.toString());
        delete(data.resolve("table"));
        List<String> command = new ArrayList<>(List.of("--mount", "--uts", "sh", "-c"));
        command.add("mount -t tmpfs -o noexec,mode=1777 none /tmp && hostname no-such-host && exec \"$@\"");
        command.add("sh");
        command.add("setpriv");
        command.addAll(as(NAMELESS, release.resolve("submit/outsole")));

        Shell.Result run = shell().run(Path.of("unshare"), command.toArray(String[]::new));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("data can't be written: the data are kept in " + folder + "/outsole/fashion-mnist");
        assertReferenceFigures();
    }

    private static List<String> as(String user, Path launcher) {
        return List.of(
                "--reuid",
                user,
                "--regid",
                user,
                "--clear-groups",
                "env",
                "-i",
                "PATH=/usr/bin:/bin",
                "LC_ALL=C",
                "HOME=/nonexistent",
                "JAVA_HOME=" + System.getProperty("java.home"),
                launcher.toString(),
                "evaluate",
                "--detectors",
                "pixels");
    }

    private Shell shell() {
        return new Shell(folder, Map.of("PATH", System.getenv("PATH")));
    }

    private void assertReferenceFigures() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
            Path metrics = files.filter(file -> file.endsWith("metrics.json"))
                    .findFirst()
                    .orElseThrow();
            assertThat(new ObjectMapper()
                            .readTree(metrics.toFile())
                            .at("/detectors/pixels/auc")
                            .asDouble())
                    .isCloseTo(0.509236, within(2e-5));
        }
    }

    private static Path unpackedRelease(Path where) throws IOException {
        try (Stream<Path> built = Files.list(FakeProject.REAL.resolve("target"))) {
            Path archive = built.filter(file -> file.toString().endsWith("-bin.tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no release in target: run mvn package"));
            new Shell(where, Map.of("PATH", System.getenv("PATH"))).run(Path.of("tar"), "-xzf", archive.toString());
        }
        try (Stream<Path> unpacked = Files.list(where)) {
            return unpacked.findFirst().orElseThrow();
        }
    }

    private static Path data() {
        Shell.Result fetched =
                new Shell(FakeProject.REAL, System.getenv()).run(FakeProject.REAL.resolve("submit/fetch-data"));
        assertThat(fetched.exitCode()).as(fetched.err()).isZero();
        return FakeProject.REAL.resolve("data/fashion-mnist");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> {
                    try {
                        Files.delete(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }
}
