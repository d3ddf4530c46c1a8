package dev.outsole.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.outsole.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookTest {
    private static final Message MESSAGE = Message.failed(LocalDate.of(2026, 11, 24), "run-1", "no luck", 1);

    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private volatile int[] answers = {200};
    private volatile Duration delay = Duration.ZERO;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestBody().readAllBytes());
            sleep();
            exchange.sendResponseHeaders(answers[Math.min(received.size(), answers.length) - 1], -1);
            exchange.close();
        });
        server.start();
    }

    private void sleep() {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Webhook webhook(Duration limit) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path";
        return new Webhook(
                SecretUrl.find(Map.of(SecretUrl.VARIABLE, url), "").orElseThrow(), limit, Duration.ofMillis(20));
    }

    @Test
    void isSentAsJsonWithATextForSlack() throws Exception {
        assertThat(webhook(Duration.ofSeconds(10)).post(MESSAGE)).isTrue();
        JsonNode json = new ObjectMapper().readTree(received.get(0));

        assertThat(json.get("text").asText())
                .isEqualTo("Outsole, night of 2026-11-24: the run has failed, exit code 1\n• no luck");
        assertThat(json.get("status").asText()).isEqualTo("failed");
        assertThat(json.get("findings").get(0).asText()).isEqualTo("no luck");
        assertThat(json.get("link").asText()).isEmpty();
        assertThat(json.get("exit_code").asInt()).isEqualTo(1);
    }

    @Test
    void isTriedAgainWhileTheServerIsInTrouble() throws Exception {
        answers = new int[] {503, 429, 200};

        assertThat(webhook(Duration.ofSeconds(10)).post(MESSAGE)).isTrue();
        assertThat(received).hasSize(3);
    }

    @Test
    void aRefusalIsFinal() throws Exception {
        answers = new int[] {404};

        assertThat(webhook(Duration.ofSeconds(10)).post(MESSAGE)).isFalse();
        assertThat(received).hasSize(1);
    }

    @Test
    void oneThatNeverAnswersIsGivenUpInTime() throws Exception {
        delay = Duration.ofSeconds(3);
        Instant start = Instant.now();

        assertThat(webhook(Duration.ofMillis(500)).post(MESSAGE)).isFalse();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void oneThatIsNotThereIsGivenUpInTime() throws Exception {
        Webhook webhook = webhook(Duration.ofMillis(300));
        server.stop(0);
        Instant start = Instant.now();

        assertThat(webhook.post(MESSAGE)).isFalse();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void theTextNamesTheWorstFindings() {
        List<String> seven = IntStream.range(0, 7).mapToObj(i -> "finding " + i).toList();

        assertThat(Message.text(
                        LocalDate.of(2026, 11, 24),
                        "regression",
                        List.of("gaussian was compared with nothing"),
                        seven,
                        List.of("disk full"),
                        "file:/h/latest.html"))
                .contains(
                        "regression\n• not compared: gaussian was compared with nothing\n• finding 0\n",
                        "• finding 4\nand 2 more\nwarning: disk full\nfile:/h/latest.html")
                .doesNotContain("finding 5");
    }

    @Test
    void theUrlComesFromTheEnvironmentOrAFileAndIsNeverTold(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("url"), "https://hooks.example/T0/secret\n");
        Path bad = Files.writeString(folder.resolve("bad"), "ftp://secret host");

        assertThat(SecretUrl.find(Map.of(), "")).isEmpty();
        assertThat(SecretUrl.find(Map.of(), file.toString()).orElseThrow()).hasToString("(secret)");
        assertThatThrownBy(() -> SecretUrl.find(Map.of(), bad.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("notify.url-file = ")
                .hasMessageNotContaining("secret host")
                .hasNoCause();
        assertThatThrownBy(() -> SecretUrl.find(Map.of(SecretUrl.VARIABLE, "secret"), ""))
                .hasMessage("OUTSOLE_NOTIFY_URL is no URL of a webhook: give one such as https://host/path");
        assertThatThrownBy(() -> SecretUrl.find(Map.of(), folder.resolve("none").toString()))
                .hasMessageContaining("can't be read");
    }
}
