package dev.outsole.cluster;

import static dev.outsole.cluster.Command.EVALUATE;
import static dev.outsole.cluster.Command.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.cli.Launcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on YARN, with images, table and results in HDFS. YARN ends what takes more memory than it was granted. */
final class YarnIT {

    @TempDir
    private static Path folder;

    private static HadoopCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        Path data = Launcher.data();
        cluster = new HadoopCluster(folder.resolve("daemons"));
        upload(data);
        Launcher.Result ingested =
                submit("cluster", "ingest", "--data=" + cluster.root() + "/idx", "--table=" + table());
        assertThat(ingested.exitCode()).as(ingested.err()).isZero();
    }

    private static void upload(Path data) throws IOException {
        try (FileSystem files = cluster.files();
                Stream<Path> idx = Files.list(data)) {
            files.mkdirs(new org.apache.hadoop.fs.Path("/idx"));
            for (Path file : idx.filter(Files::isRegularFile).toList()) {
                files.copyFromLocalFile(
                        new org.apache.hadoop.fs.Path(file.toUri()), new org.apache.hadoop.fs.Path("/idx"));
            }
        }
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static String table() {
        return cluster.root() + "/table";
    }

    @Test
    void figuresInClientModeAreTheEmbeddedOnes() throws Exception {
        String output = cluster.root() + "/runs";

        Launcher.Result result = submit("client", with(EVALUATE, "--table=" + table(), "--output=" + output));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Run.figures(download(output))).isEqualTo(Embedded.figures());
    }

    /** Cluster mode, and a fault in it. */
    @Test
    void aSecondAttemptFinishesWhenTheApplicationMasterIsKilled() throws Exception {
        String output = cluster.root() + "/runs-killed";
        Path err = folder.resolve("killed.err");
        int before = scorings();
        Process process = launcher()
                .start(
                        folder.resolve("killed.out"),
                        err,
                        submission("cluster", with(EVALUATE, "--table=" + table(), "--output=" + output)));
        cluster.nodeManager().until(() -> scorings() > before, "scoring in the application master");

        applicationMaster().destroyForcibly();

        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        assertThat(Run.figures(download(output))).isEqualTo(Embedded.figures());
    }

    /** How often a driver in an application master has got so far. */
    private static int scorings() {
        try {
            return cluster.containerLogs().split("pixels: scoring", -1).length - 1;
        } catch (IOException | UncheckedIOException e) {
            return 0; // a container's folder went while we looked
        }
    }

    /** The JVM itself, not the shell that has started it. */
    private static ProcessHandle applicationMaster() {
        List<ProcessHandle> masters = cluster.nodeManager().children("deploy.yarn.ApplicationMaster").stream()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .toList();
        return masters.get(masters.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "cluster"})
    void aMistakeIsNoSuccess(String mode) throws Exception {
        Launcher.Result result = submit(mode, "evaluate", "--table=" + cluster.root() + "/nothing", "--data=/nothing");

        assertThat(result.exitCode()).isEqualTo(mode.equals("client") ? 2 : 1);
        assertThat(mode.equals("client") ? result.err() : cluster.containerLogs())
                .contains("outsole evaluate: /nothing has no file train-images-idx3-ubyte");
    }

    /** The driver is on this machine, where it starts sooner; the storage is HDFS. */
    @Test
    void nightsAreKeptInHdfs() throws Exception {
        new SomeNights(cluster.root(), command -> launcher().run(with(command, "--master=local[2]")), new HdfsFiles())
                .assertTheyAreKept();
    }

    /** Of the cluster. */
    private static final class HdfsFiles implements SomeNights.Files {
        @Override
        public List<String> all() throws IOException {
            try (FileSystem files = cluster.files()) {
                List<String> paths = new ArrayList<>();
                var found = files.listFiles(new org.apache.hadoop.fs.Path("/"), true);
                while (found.hasNext()) {
                    paths.add(found.next().getPath().toUri().getPath());
                }
                return paths;
            }
        }

        @Override
        public void createEmpty(String path) throws IOException {
            try (FileSystem files = cluster.files()) {
                files.create(new org.apache.hadoop.fs.Path(path)).close();
            }
        }

        @Override
        public void delete(String path) throws IOException {
            try (FileSystem files = cluster.files()) {
                files.delete(new org.apache.hadoop.fs.Path(path), false);
            }
        }
    }

    private static Path download(String output) throws IOException {
        Path target = Files.createTempDirectory(folder, "download");
        try (FileSystem files = cluster.files()) {
            files.copyToLocalFile(new org.apache.hadoop.fs.Path(output), new org.apache.hadoop.fs.Path(target.toUri()));
        }
        return target.resolve(output.substring(output.lastIndexOf('/') + 1));
    }

    private static Launcher launcher() throws Exception {
        return new Launcher(folder, cluster.environment());
    }

    private static Launcher.Result submit(String mode, String... command) throws Exception {
        return launcher().run(submission(mode, command));
    }

    private static String[] submission(String mode, String... command) {
        return with(
                command,
                "--master=yarn",
                "--deploy-mode=" + mode,
                "--",
                "--num-executors",
                "2",
                "--driver-memory",
                "1g",
                "--conf",
                "spark.yarn.jars=local:" + SparkHome.PATH.toUri().getRawPath() + "jars/*");
    }
}
