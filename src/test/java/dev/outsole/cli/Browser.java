package dev.outsole.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chromium without a window, driven through chromedriver by the W3C's WebDriver protocol. (Selenium would bring another Guava than
 * Spark's into the tests.)
 */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PORT = Pattern.compile("successfully on port (\\d+)");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final List<String> PROGRAMS = List.of("/usr/bin/chromium", "/usr/bin/chromedriver");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    private Browser(Process driver, String address, Path profile) throws IOException {
        this.driver = driver;
        JsonNode made = send(address + "/session", capabilities(profile));
        this.session = address + "/session/" + made.at("/sessionId").asText();
    }

    /** @param folder an empty one, for the profile and the driver's output */
    static Browser start(Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("chromedriver.out");
        Process driver = new ProcessBuilder(PROGRAMS.get(1), "--port=0")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            return new Browser(driver, "http://127.0.0.1:" + port(driver, output), folder.resolve("profile"));
        } catch (IOException | RuntimeException | InterruptedException e) {
            driver.destroy();
            throw e;
        }
    }

    private static String port(Process driver, Path output) throws IOException, InterruptedException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (driver.isAlive() && System.nanoTime() < end) {
            Matcher matcher = PORT.matcher(Files.readString(output));
            if (matcher.find()) {
                return matcher.group(1);
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("chromedriver names no port: " + Files.readString(output));
    }

    private static Map<String, Object> capabilities(Path profile) {
        List<String> arguments = List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir=" + profile);
        return Map.of(
                "capabilities",
                Map.of(
                        "alwaysMatch",
                        Map.of(
                                "goog:chromeOptions", Map.of("args", arguments, "binary", PROGRAMS.get(0)),
                                "goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"))));
    }

    void open(String address) {
        send(session + "/url", Map.of("url", address));
    }

    /** Runs a script's text as a function, whose result is given back. */
    JsonNode run(String script, Object... arguments) {
        return send(session + "/execute/sync", Map.of("script", script, "args", arguments));
    }

    /** Waits until a script gives true. */
    void await(String script) throws InterruptedException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (!run("return Boolean(" + script + ")").asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + script);
            }
            Thread.sleep(50);
        }
    }

    /** A click of the mouse, on the middle of an element. */
    void click(String selector) {
        JsonNode found = send(session + "/element", Map.of("using", "css selector", "value", selector));
        send(session + "/element/" + found.elements().next().asText() + "/click", Map.of());
    }

    /** Presses keys one after the other, as WebDriver numbers them: {@code \uE007} Enter, {@code \uE00C} Escape. */
    void press(String... keys) {
        List<Map<String, String>> actions = new ArrayList<>();
        for (String key : keys) {
            actions.add(Map.of("type", "keyDown", "value", key));
            actions.add(Map.of("type", "keyUp", "value", key));
        }
        send(session + "/actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keys", "actions", actions))));
    }

    /** A command of the DevTools protocol. */
    JsonNode devTools(String command, Map<String, ?> parameters) {
        return send(session + "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    /** What the console has said, a line each. */
    List<String> console() {
        return log("browser").stream()
                .map(entry -> entry.at("/message").asText())
                .toList();
    }

    /** Addresses of all that was asked for since the last call. */
    List<String> requests() {
        return log("performance").stream()
                .map(entry -> parse(entry.at("/message").asText()).at("/message"))
                .filter(message -> message.at("/method").asText().equals("Network.requestWillBeSent"))
                .map(message -> message.at("/params/request/url").asText())
                .toList();
    }

    private List<JsonNode> log(String type) {
        List<JsonNode> entries = new ArrayList<>();
        send(session + "/se/log", Map.of("type", type)).forEach(entries::add);
        return entries;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(String address, Object body) {
        try {
            return value(HttpRequest.newBuilder(URI.create(address))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode value(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(answer.at("/value/message").asText());
            }
            return answer instanceof ObjectNode object ? object.get("value") : answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Ends the browser, then its driver. */
    @Override
    public void close() throws IOException {
        try {
            value(HttpRequest.newBuilder(URI.create(session)).DELETE());
        } finally {
            driver.destroy();
            try {
                if (!driver.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                    driver.destroyForcibly();
                }
            } catch (InterruptedException e) {
                driver.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
