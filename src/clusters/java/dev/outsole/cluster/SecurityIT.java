package dev.outsole.cluster;

import static dev.outsole.cluster.Command.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.cli.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standalone cluster on which every connection is authenticated and encrypted, and a run of which nobody learns a secret. */
final class SecurityIT {
    private static final String SECRET = "cluster-secret-that-nobody-may-see";

    @TempDir
    private Path folder;

    @Test
    void authenticatedAndEncryptedAndNoSecretIsSeen() throws Exception {
        Launcher.data();
        Path settings = Files.writeString(folder.resolve("secret.conf"), """
                spark.authenticate true
                spark.authenticate.secret %s
                spark.network.crypto.enabled true
                spark.io.encryption.enabled true
                spark.hadoop.fs.s3a.secret.key %s
                """.formatted(SECRET, SECRET));
        EventLog events = new EventLog(folder.resolve("events"));
        Set<String> commandLines = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        Set<String> stillOpen = new TreeSet<>();
        try (StandaloneCluster cluster =
                new StandaloneCluster(folder.resolve("daemons"), 2, "--properties-file", settings.toString())) {
            Process run = begin(cluster, events, "--properties-file", settings.toString());
            while (run.isAlive()) {
                ProcessHandle.allProcesses()
                        .forEach(process -> process.info().commandLine().ifPresent(commandLines::add));
                Set<String> now = new TreeSet<>(openToOthers(cluster.scratch()));
                open.retainAll(now); // Spark makes a folder first and closes it then
                stillOpen.addAll(open);
                open = now;
                Thread.sleep(300);
            }

            assertThat(run.exitValue())
                    .as(Files.readString(folder.resolve("err")))
                    .isZero();
            assertStrangersAreRefused(cluster);
        }

        assertThat(events.text()).contains("spark.authenticate.secret").doesNotContain(SECRET);
        assertThat(commandLines).anyMatch(line -> line.contains("CoarseGrainedExecutorBackend"));
        assertThat(commandLines).noneMatch(line -> line.contains(SECRET));
        assertThat(filesWith(SECRET)).containsExactly(settings);
        assertThat(stillOpen).isEmpty();
    }

    private Process begin(StandaloneCluster cluster, EventLog events, String... options) throws Exception {
        String[] command = {
            "evaluate",
            "--epochs=1",
            "--workers=2",
            "--output=" + folder.resolve("out"),
            "--master=" + cluster.url(),
            "--"
        };
        return new Launcher(folder, SparkHome.environment())
                .start(folder.resolve("stdout"), folder.resolve("err"), with(with(command, events.options()), options));
    }

    /** Without the secret there is no way in, not even for a worker. */
    private void assertStrangersAreRefused(StandaloneCluster cluster) throws Exception {
        try (Daemon stranger = SparkHome.start(
                folder.resolve("stranger.log"),
                Map.of(),
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--work-dir",
                folder.resolve("stranger").toString(),
                cluster.url())) {
            stranger.await("Failed to connect to master");
            assertThat(Files.readString(folder.resolve("stranger.log"))).doesNotContain("Successfully registered");
        }
    }

    /** Scratch folders that others may look into. */
    private static List<String> openToOthers(Path scratch) throws IOException {
        List<String> open = new ArrayList<>();
        if (Files.isDirectory(scratch)) {
            try (Stream<Path> folders = Files.list(scratch)) {
                for (Path one : folders.toList()) {
                    String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(one));
                    if (!permissions.endsWith("------")) {
                        open.add(one + " " + permissions);
                    }
                }
            } catch (NoSuchFileException e) {
                return open; // gone while we looked
            }
        }
        return open;
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*(\\.jar|\\.so[.0-9]*)"))
                    .filter(file -> contains(file, text))
                    .toList();
        }
    }

    private static boolean contains(Path file, String wanted) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
