package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.needs.Needs;
import dev.outsole.notice.Receiver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Some nights by the real command, one after the other: small sweeps of real images. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class NightlyIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static Receiver webhook;
    private static Launcher launcher;

    @BeforeAll
    static void listen() throws Exception {
        webhook = new Receiver();
        Files.writeString(
                folder.resolve("night.conf"),
                "outsole { gate { minimum-nights = 1, runtime-factor = 20 }, data.source = \"" + Launcher.data()
                        + "\" }");
        launcher = new Launcher(folder, webhook.environment());
    }

    @AfterAll
    static void stop() {
        webhook.close();
    }

    private static Launcher.Result night(String date, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "nightly",
                "--normal=sandal,bag",
                "--abnormal=sneaker",
                "--epochs=2",
                "--metrics-file=outsole.prom",
                "--date=" + date));
        words.addAll(List.of(more));
        if (!String.join(" ", more).contains("--config")) {
            words.add("--config=night.conf");
        }
        return launcher.run(words.toArray(String[]::new));
    }

    private static String run(Launcher.Result result) {
        return result.outLines().stream()
                .filter(line -> line.startsWith("file:"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Path of) throws Exception {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @Order(1)
    void theFirstNightHasNothingToBeComparedWith() throws Exception {
        Launcher.Result first = night("2026-11-21");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("night of 2026-11-21: passed, with too little history");
        assertThat(names(folder.resolve("history"))).containsExactly("latest.html", "nights");
        assertThat(webhook.messages().get(0).get("status").asText()).isEqualTo("too_little_history");
    }

    /** The same machine, settings and seeds: the same bits, of the autoencoder too. */
    @Test
    @Order(2)
    void aNightLikeTheOneBeforePasses() throws Exception {
        Launcher.Result second = night("2026-11-22");

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).contains("night of 2026-11-22: passed, compared with 1 night");
        assertThat(Files.readString(folder.resolve("outsole.prom")))
                .contains("outsole_nightly_exit_code 0\n", "outsole_nightly_mean_auc{detector=\"autoencoder\"} 0.");
        assertThat(webhook.messages().get(1).get("link").asText()).endsWith("/history/latest.html");
        assertThat(folder.resolve("history/latest.html"))
                .hasSameBinaryContentAs(Path.of(run(second).substring("file:".length()), "report.html"));
    }

    @Test
    @Order(3)
    void aDateThatIsThereIsTheUsersMistake() throws Exception {
        Launcher.Result again = night("2026-11-22");

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errors()).singleElement().asString().contains("2026-11-22 already", "--replace");
        assertThat(webhook.last().get("exit_code").asInt()).isEqualTo(2);
    }

    /** The models of the night before, scored as if they were tonight's. Sent from an older run directory by --resume. */
    @Test
    @Order(4)
    void aStaleModelIsARegressionAndReplacingMendsIt() throws Exception {
        String stale = "file:"
                + folder.resolve("runs").resolve(names(folder.resolve("runs")).get(0));
        Launcher.Result third = night("2026-11-23", "--resume", stale);

        assertThat(third.exitCode()).as(third.err()).isEqualTo(3);
        assertThat(third.errors())
                .anyMatch(line ->
                        line.matches("finding: 4 models were not trained for this night, but for 2026-11-21: .*"));
        assertThat(third.out()).contains("night of 2026-11-23: regression, 1 finding");
        assertThat(webhook.last().get("text").asText()).contains("regression", "not trained for this night");
        Files.copy(folder.resolve("history/latest.html"), folder.resolve("regression.html"));

        Launcher.Result mended = night("2026-11-23", "--replace", "--retain=1");
        assertThat(mended.exitCode()).as(mended.err()).isZero();
        assertThat(folder.resolve("runs"))
                .isDirectoryContaining(
                        path -> run(mended).endsWith(path.getFileName().toString()));
        assertThat(names(folder.resolve("runs"))).hasSize(1);
        assertThat(names(folder.resolve("history/nights")))
                .containsExactly("2026-11-21.parquet", "2026-11-22.parquet", "2026-11-23.parquet");
    }

    /** Findings on top, three nights as lines, and a pair's own. */
    @Test
    @Order(9)
    @Needs({"chromium", "chromium-driver"})
    void theReportShowsTheRegression() throws Exception {
        Browser browser = Browser.start(Files.createDirectory(folder.resolve("browser")));
        try {
            browser.open(folder.resolve("regression.html").toUri().toString());
            browser.await("document.readyState === 'complete'");
            assertThat(browser.run("return document.querySelector('main > section.night.regression li').textContent")
                            .asText())
                    .contains("4 models were not trained for this night");
            assertThat(browser.run("return document.querySelectorAll('#trends svg').length")
                            .asInt())
                    .isEqualTo(4);
            assertThat(browser.run("return document.querySelectorAll('#trends figure:first-child .mark').length")
                            .asInt())
                    .isEqualTo(3);
            browser.click("#auc-pixels a[href='#sandal/sneaker']");
            browser.await("document.querySelectorAll('[data-chart=nights] .mark').length === 6");
            assertThat(browser.console()).isEmpty();
        } finally {
            browser.close();
        }
    }

    @Test
    @Order(5)
    void theHistoryIsShown() throws Exception {
        Launcher.Result csv = launcher.run(
                "history",
                "--history=history",
                "--last=2",
                "--detector=pixels",
                "--pair=sandal/sneaker",
                "--format=csv");
        assertThat(csv.exitCode()).as(csv.err()).isZero();
        assertThat(csv.outLines()).hasSize(3);
        assertThat(csv.outLines().get(0)).startsWith("date,detector,auc,seeds,status,");
        // scikit-learn's AUC for sandals against sneakers
        assertThat(csv.outLines().get(2))
                .startsWith("2026-11-23,pixels,0.50923")
                .contains(",1,passed,0,");

        Launcher.Result json = launcher.run("history", "--history=history", "--format=json");
        JsonNode lines = JSON.readTree(json.out());
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0).get("status").asText()).isEqualTo("too_little_history");
    }

    @Test
    @Order(6)
    void aSecondRunAtOnceIsToldWhoTheFirstIs() throws Exception {
        Path lock = Files.writeString(
                Files.createDirectories(folder.resolve("history/_lock")).resolve("000000000007.json"),
                "{\"token\":\"t\",\"run\":\"20261124T020000Z-sweep\",\"host\":\"node-7\",\"since\":\"2026-11-24T02:00:00Z\","
                        + "\"until\":\"2999-01-01T00:00:00Z\"}");
        Launcher.Result second = night("2026-11-24");
        Files.delete(lock);

        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.errors())
                .singleElement()
                .asString()
                .contains("busy with run 20261124T020000Z-sweep on node-7 since 2026-11-24T02:00:00Z");
    }

    /** A bottleneck that starts far below 0 is dead in every model. */
    @Test
    @Order(7)
    void aRunThatFailsIsToldAndIsNoNight() throws Exception {
        Files.writeString(
                folder.resolve("dead.conf"),
                "outsole { autoencoder { bottleneck-bias = -1000, max-restarts = 0 }, data.source = \""
                        + Launcher.data() + "\" }");
        Launcher.Result failed = night("2026-11-24", "--config=dead.conf", "--detectors=autoencoder");

        assertThat(failed.exitCode()).as(failed.err()).isEqualTo(1);
        assertThat(names(folder.resolve("history/nights"))).hasSize(3);
        assertThat(folder.resolve("history/_lock")).doesNotExist();
        assertThat(webhook.last().get("status").asText()).isEqualTo("failed");
        assertThat(Files.readString(folder.resolve("outsole.prom"))).contains("outsole_nightly_exit_code 1\n");
    }

    @Test
    @Order(8)
    void anAcceptedNightIsTheBaselineFromThenOn() throws Exception {
        String[] accept = {
            "accept", "--history=history", "--date=2026-11-22", "--detector=pixels", "--why=another  resizing"
        };
        Launcher.Result accepted = launcher.run(accept);

        assertThat(accepted.exitCode()).as(accepted.err()).isZero();
        assertThat(accepted.outLines())
                .singleElement()
                .asString()
                .startsWith("pixels: new baseline from 2026-11-22 on: another resizing (");

        Launcher.Result again = launcher.run(accept);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errors()).singleElement().asString().contains("2026-11-22 is accepted already");

        Launcher.Result next = night("2026-11-24");
        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(Files.readString(folder.resolve("history/latest.html"))).contains("another resizing");
    }

    @Test
    @Order(9)
    void theSecretIsNowhere() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("browser")))
                    .toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(Receiver.SECRET);
            }
        }
    }
}
