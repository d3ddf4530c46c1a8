package dev.outsole.cluster;

import static dev.outsole.cluster.Command.EVALUATE;
import static dev.outsole.cluster.Command.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.cli.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on a standalone cluster with images, table and results in S3. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class S3IT {
    private static final String[] SWEEP = {
        "sweep", "--detectors=pixels", "--normal=sandal", "--abnormal=sneaker,bag", "--seed=3"
    };

    @TempDir
    private static Path folder;

    private static S3Server server;
    private static S3Client client;
    private static StandaloneCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        Path data = Launcher.data();
        server = new S3Server(folder.resolve("s3"));
        client = new S3Client(folder.resolve("s3"), server.endpoint());
        cluster = new StandaloneCluster(folder.resolve("daemons"), 3);
        upload(data);
        Launcher.Result ingested =
                submit("client", "ingest", "--data=" + S3Server.BUCKET, "--table=" + S3Server.BUCKET + "/table");
        assertThat(ingested.exitCode()).as(ingested.err()).isZero();
    }

    private static void upload(Path data) throws Exception {
        try (Stream<Path> idx = Files.list(data)) {
            String[] files =
                    idx.filter(Files::isRegularFile).map(Path::toString).toArray(String[]::new);
            client.shell(folder.resolve("put.log"), with(with(new String[] {"-put"}, files), S3Server.BUCKET + "/"));
        }
    }

    @AfterAll
    static void stop() {
        cluster.close();
        server.close();
    }

    /** In cluster mode the environment of the launcher goes to the driver, and from there to executors as ever. */
    @ParameterizedTest
    @ValueSource(strings = {"client", "cluster"})
    @Order(1)
    void figuresAreTheEmbeddedOnes(String mode) throws Exception {
        String output = "/runs-" + mode;

        Launcher.Result result = submit(mode, with(EVALUATE, places(output)));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(Run.figures(download(output))).isEqualTo(Embedded.figures());
    }

    @Test
    @Order(2)
    void aSweepIsKeptModelByModel() throws Exception {
        Launcher.Result result = submit("client", with(SWEEP, places("/sweeps")));

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
        Process process = launcher()
                .start(folder.resolve("dead.out"), err, submission("client", with(EVALUATE, places("/dead"))));
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
        return new String[] {"--table=" + S3Server.BUCKET + "/table", "--output=" + S3Server.BUCKET + output};
    }

    private static Path download(String path) throws Exception {
        Path target = Files.createTempDirectory(folder, "download");
        client.shell(folder.resolve("get.log"), "-get", S3Server.BUCKET + path, target.toString());
        return target.resolve(path.substring(1));
    }

    private static Launcher launcher() throws Exception {
        Map<String, String> environment = new HashMap<>(SparkHome.environment());
        environment.putAll(S3Client.credentials());
        return new Launcher(folder, environment);
    }

    private static Launcher.Result submit(String mode, String... command) throws Exception {
        return launcher().run(submission(mode, command));
    }

    private static String[] submission(String mode, String... command) {
        String[] placed = with(command, "--master=" + cluster.url(), "--deploy-mode=" + mode, "--");
        return with(with(placed, client.sparkOptions()), "--conf", "spark.cores.max=2");
    }
}
