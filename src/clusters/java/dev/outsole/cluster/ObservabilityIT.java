package dev.outsole.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.cli.Launcher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen of a run while it goes on, and afterwards. */
final class ObservabilityIT {
    @TempDir
    private Path folder;

    @Test
    void aRunIsSeenInMetricsEventLogAndHistoryServer() throws Exception {
        Launcher.data();
        EventLog events = new EventLog(folder.resolve("events"));
        int port = FreePort.next();
        Process run = begin(events, port);
        String metrics = "";
        try {
            while (run.isAlive()) {
                metrics = get(port, "/metrics/prometheus/", metrics);
                Thread.sleep(50);
            }
        } finally {
            run.destroyForcibly().waitFor();
        }

        assertThat(run.exitValue()).as(Files.readString(folder.resolve("err"))).isZero();
        assertThat(metrics)
                .containsPattern("outsole_models_trained_Count\\{[^}]*} 2")
                .containsPattern("outsole_epochs_Count\\{[^}]*} 2")
                .containsPattern("outsole_loss_Value\\{[^}]*} 0\\.0");
        assertThat(events.jobDescriptions())
                .contains(
                        "pixels sandal · fitting",
                        "autoencoder sandal · epoch 1/2",
                        "autoencoder sandal · epoch 2/2",
                        "autoencoder sandal · scoring");
        assertShownByTheHistoryServer(events);
    }

    private Process begin(EventLog events, int port) throws Exception {
        String[] command = {
            "evaluate",
            "--epochs=2",
            "--",
            "--conf",
            "spark.ui.enabled=true",
            "--conf",
            "spark.ui.port=" + port,
            "--conf",
            "spark.eventLog.enabled=true",
            "--conf",
            "spark.eventLog.dir=" + events.folder().toUri()
        };
        Files.createDirectories(events.folder());
        return new Launcher(folder).start(folder.resolve("out"), folder.resolve("err"), command);
    }

    private void assertShownByTheHistoryServer(EventLog events) throws Exception {
        Map<String, String> options = Map.of(
                "SPARK_HISTORY_OPTS",
                "-Dspark.history.ui.port=0 -Dspark.history.fs.logDirectory="
                        + events.folder().toUri());
        try (Daemon server = SparkHome.start(
                folder.resolve("history.log"), options, "org.apache.spark.deploy.history.HistoryServer")) {
            int port = Integer.parseInt(server.await("and started at http://[^:]*:(\\d+)"));
            server.until(() -> get(port, "/api/v1/applications", "").contains("\"id\""), "an application");

            assertThat(get(port, "/api/v1/applications", ""))
                    .contains("\"name\" : \"outsole evaluate sandal-sneaker\"", "\"completed\" : true");
        }
    }

    /** The page, or else what was there before. */
    private static String get(int port, String path, String before) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : before;
        } catch (IOException e) {
            return before; // not yet there, or no more
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
