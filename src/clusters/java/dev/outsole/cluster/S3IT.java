package dev.outsole.cluster;

import static dev.outsole.cluster.Command.EVALUATE;
import static dev.outsole.cluster.Command.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.cli.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a standalone cluster with images, table and results in S3. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class S3IT {
    private static final String[] SWEEP = {
        "sweep", "--detectors=pixels", "--normal=sandal", "--abnormal=sneaker,bag", "--seed=3"
    };

    @TempDir
    private static Path folder;

    private static S3Server server;
    private static StandaloneCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        Path data = Launcher.data();
        server = new S3Server(folder.resolve("s3"));
        cluster = new StandaloneCluster(folder.resolve("daemons"), 2);
        try (Stream<Path> idx = Files.list(data)) {
            List<String> command = Stream.of(
                            Stream.of("-put"),
                            idx.filter(Files::isRegularFile).map(Path::toString),
                            Stream.of(S3Server.BUCKET + "/"))
                    .flatMap(words -> words)
                    .toList();
            server.shell(folder.resolve("put.log"), command.toArray(String[]::new));
        }
    }

    @AfterAll
    static void stop() {
        cluster.close();
        server.close();
    }

    /** The table is made on the way. */
    @Test
    @Order(1)
    void figuresAreTheEmbeddedOnes() throws Exception {
        Launcher.Result result = submit(with(EVALUATE, places("/runs")));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Run.figures(download("/runs"))).isEqualTo(Embedded.figures());
    }

    @Test
    @Order(2)
    void aSweepIsKeptModelByModel() throws Exception {
        Launcher.Result result = submit(with(SWEEP, places("/sweeps")));

        assertThat(result.exitCode()).as(result.err()).isZero();
        Path run = Run.in(download("/sweeps"));
        assertThat(Files.readAllLines(run.resolve("auc.csv")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("pixels,Sandal,Sneaker,3,0.50923"));
        assertThat(run.resolve("models/pixels/sandal/seed-3/model.json")).exists();
        assertThat(run.resolve("summary.json")).exists();
    }

    /** The last test, for the server doesn't come back. */
    @Test
    @Order(3)
    void aDeadServerIsAClearErrorWithinTwoMinutes() throws Exception {
        Path err = folder.resolve("dead.err");
        Process process =
                launcher().start(folder.resolve("dead.out"), err, submission(with(EVALUATE, places("/dead"))));
        try {
            Progress.await(process, err, "pixels: scoring");
            server.kill();
            long killed = System.nanoTime();

            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            System.out.println("a dead S3 server was noticed after "
                    + Duration.ofNanos(System.nanoTime() - killed).toSeconds() + " s");
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(Files.readString(err)).contains("Connection refused");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String[] places(String output) {
        return new String[] {
            "--data=" + S3Server.BUCKET, "--table=" + S3Server.BUCKET + "/table", "--output=" + S3Server.BUCKET + output
        };
    }

    private static Path download(String path) throws Exception {
        Path target = Files.createTempDirectory(folder, "download");
        server.shell(folder.resolve("get.log"), "-get", S3Server.BUCKET + path, target.toString());
        return target.resolve(path.substring(1));
    }

    private static Launcher launcher() throws Exception {
        return new Launcher(folder, server.environment());
    }

    private static Launcher.Result submit(String... command) throws Exception {
        return launcher().run(submission(command));
    }

    private static String[] submission(String... command) {
        return with(with(command, "--master=" + cluster.url(), "--"), server.sparkOptions());
    }
}
