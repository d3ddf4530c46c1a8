package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.needs.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of real runs on real images, whose classes have names that would do harm if they could, in a real browser. */
@Needs({"chromium", "chromium-driver"})
final class ReportIT {
    private static final String ENTER = "\uE007";
    private static final String ESCAPE = "\uE00C";
    private static final String RIGHT = "\uE014";
    private static final String SCRIPT = "</script><img src=x onerror=alert(1)>";
    private static final String CLASSES =
            "outsole.data.classes = [\"T-shirt/top\", Trouser, Pullover, Dress, Coat, \"" + SCRIPT
                    + "\", Shirt, \"<!-- \\u2028 \\\" onmouseover=\\\"alert(2)\", \"<b>Bag</b> &lt;\", \"Ankle boot\"]";
    /** Their slugs. */
    private static final String SANDAL = "script-img-src-x-onerror-alert-1";

    private static final String SNEAKER = "onmouseover-alert-2";

    @TempDir
    private static Path folder;

    private static Path sweep;
    private static Path evaluation;
    private static Browser browser;

    @BeforeAll
    static void make() throws Exception {
        Path config = Files.writeString(folder.resolve("hostile.conf"), CLASSES);
        String[] common = {
            "--config", config.toString(), "--data", Launcher.data().toString(), "--table", "table", "--epochs=2"
        };
        sweep = run(common, "sweep", "--normal=5,7", "--abnormal=5,7,8");
        evaluation = run(common, "evaluate", "--normal=5", "--abnormal=7");
        browser = Browser.start(Files.createDirectory(folder.resolve("browser")));
    }

    private static Path run(String[] common, String command, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(common));
        words.addAll(List.of(more));
        Launcher.Result result = new Launcher(folder).run(words.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        String last = result.outLines().get(result.outLines().size() - 1);
        return Path.of(last.replaceFirst("^.*file:", ""));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void ordinaryWindow() {
        window(1280);
        browser.devTools("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        browser.console();
        browser.requests();
    }

    private static void window(int width) {
        browser.devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    private static String address(Path run) {
        return run.resolve("report.html").toUri().toString();
    }

    private static void open(Path run, String hash) throws InterruptedException {
        browser.open("about:blank");
        browser.open(address(run) + hash);
        browser.await("document.readyState === 'complete'");
    }

    private static boolean isOpen() {
        return browser.run("return document.getElementById('pair-dialog').open").asBoolean();
    }

    private static String text(String selector) {
        return browser.run("return document.querySelector(arguments[0]).textContent", selector)
                .asText();
    }

    /** ROC, both embeddings, histograms of both detectors, loss; 12 images of each class for each detector. */
    private static void assertPairIsDrawn() throws InterruptedException {
        browser.await("document.querySelectorAll('#pair .strip img').length === 48");
        assertThat(browser.run("return document.querySelectorAll('#pair svg').length")
                        .asInt())
                .isEqualTo(6);
        assertThat(browser.run("return document.querySelectorAll('[data-chart=truth] .point').length")
                        .asInt())
                .isEqualTo(2000);
        assertThat(browser.run("return document.querySelectorAll('[data-chart=roc] .line').length")
                        .asInt())
                .isEqualTo(2);
        assertThat(browser.run("return document.querySelector('[data-chart=truth] .boundary').getAttribute('d').length")
                        .asInt())
                .isGreaterThan(50);
        browser.await(
                "Array.from(document.querySelectorAll('#pair .strip img')).every(i => i.complete && i.naturalWidth === 28)");
    }

    private static void assertNothingWentWrong(Path run) {
        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests())
                .allMatch(address -> address.startsWith(address(run))
                        || address.startsWith("data:")
                        || address.equals("about:blank"));
        assertThat(browser.run("return document.querySelectorAll('img[src=x], b, [onerror], [onmouseover]').length")
                        .asInt())
                .isZero();
    }

    @Test
    void aCellOpensItsPairByMouse() throws Exception {
        open(sweep, "");
        browser.click("#auc-pixels a[href='#" + SANDAL + "/" + SNEAKER + "']");
        browser.await("document.getElementById('pair-dialog').open");

        assertPairIsDrawn();
        assertThat(text("#pair-title")).contains(SCRIPT, "onmouseover=\"alert(2)");
        assertThat(browser.run("return location.hash").asText()).isEqualTo("#" + SANDAL + "/" + SNEAKER);
        browser.click(".close");
        assertThat(isOpen()).isFalse();
        assertThat(browser.run("return location.hash").asText()).isEmpty();
        assertNothingWentWrong(sweep);
    }

    @ParameterizedTest
    @ValueSource(strings = {ENTER, " "})
    void aCellOpensItsPairByKeyboard(String key) throws Exception {
        open(sweep, "");
        browser.run("document.querySelector('#auc-pixels td a').focus()");
        browser.press(RIGHT, key);
        browser.await("document.getElementById('pair-dialog').open");

        assertPairIsDrawn();
        browser.press(ESCAPE);
        browser.await("!document.getElementById('pair-dialog').open");
        assertThat(browser.run("return document.activeElement.textContent + document.activeElement.hash")
                        .asText())
                .matches("0\\.\\d{4}#" + SANDAL + "/b-bag-b-lt");
        assertNothingWentWrong(sweep);
    }

    @Test
    void anAddressOpensItsPair() throws Exception {
        open(sweep, "#" + SNEAKER + "/" + SANDAL);

        assertPairIsDrawn();
        assertThat(isOpen()).isTrue();
        assertNothingWentWrong(sweep);
    }

    @Test
    void classesCanBeSortedBySimilarity() throws Exception {
        open(sweep, "");
        String labels =
                "return Array.from(document.querySelectorAll('#difference thead th')).map(th => th.dataset.label).join()";
        String cell = "return document.querySelector(\"#auc-pixels a[href='#" + SANDAL + "/" + SNEAKER + "']\")"
                + ".parentElement.cellIndex";
        int before = browser.run(cell).asInt();
        browser.click("input[value=similarity]");
        String order = browser.run("return data.order.join()").asText();

        assertThat(browser.run(labels).asText()).isEqualTo(order);
        assertThat(browser.run("return data.order.indexOf(7) + 1").asInt())
                .isEqualTo(browser.run(cell).asInt());
        browser.click("input[value=label]");
        assertThat(browser.run(labels).asText()).isEqualTo("5,7,8");
        assertThat(browser.run(cell).asInt()).isEqualTo(before);
        assertNothingWentWrong(sweep);
    }

    @Test
    void anEvaluationShowsItsPairAtOnce() throws Exception {
        open(evaluation, "");

        assertPairIsDrawn();
        assertThat(text("h1")).contains(SCRIPT);
        assertThat(browser.run("return document.querySelectorAll('.heatmap').length")
                        .asInt())
                .isZero();
        assertThat(text("[data-part=figures]")).contains("0.5092");
        assertNothingWentWrong(evaluation);
    }

    /** WCAG's contrast of text that is read: 4.5 to 1, in every cell, by day and by night. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyCellCanBeRead(String scheme) throws Exception {
        browser.devTools(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        open(sweep, "");
        double contrast = browser.run("""
                        const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
                        const luminance = (colour) => {
                          context.fillStyle = colour;
                          context.fillRect(0, 0, 1, 1);
                          const [r, g, b] = Array.from(context.getImageData(0, 0, 1, 1).data.slice(0, 3), (v) => v / 255)
                            .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
                          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                        };
                        const levels = Array.from({ length: 41 }, (_, i) => i - 20);
                        return Math.min(...['auc', 'difference'].flatMap((scale) => {
                          const cell = document.querySelector(`.${scale} td[class^=h-]`);
                          return levels.map((level) => {
                            cell.className = 'h-' + level;
                            const style = getComputedStyle(cell);
                            const [low, high] = [luminance(style.color), luminance(style.backgroundColor)].sort((a, b) => a - b);
                            return (high + 0.05) / (low + 0.05);
                          });
                        }));
                        """).asDouble();

        assertThat(contrast).isBetween(4.5, 21.0);
        String paper = browser.run("return getComputedStyle(document.body).backgroundColor")
                .asText();
        assertThat(paper.equals("rgb(255, 255, 255)")).isEqualTo(scheme.equals("light"));
        assertNothingWentWrong(sweep);
    }

    /** What is wider than a phone scrolls in a frame of its own. */
    @Test
    void thePageFitsAPhone() throws Exception {
        window(390);
        for (Path run : List.of(sweep, evaluation)) {
            open(run, "");
            assertThat(browser.run("return document.documentElement.scrollWidth")
                            .asInt())
                    .isLessThanOrEqualTo(390);
        }
        open(sweep, "#" + SANDAL + "/" + SNEAKER);
        assertPairIsDrawn();
        assertThat(browser.run(
                                "return document.getElementById('pair-dialog').scrollWidth - document.getElementById('pair-dialog').clientWidth")
                        .asInt())
                .isZero();
        assertThat(browser.run("return document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(390);
    }

    @Test
    void theReportIsMadeAgainFromTheRunAlone() throws Exception {
        for (Path run : List.of(sweep, evaluation)) {
            byte[] before = Files.readAllBytes(run.resolve("report.html"));
            Files.move(run.resolve("report.html"), run.resolve(".report.html.tmp-" + UUID.randomUUID()));
            Launcher.Result result = new Launcher(folder).run("report", run.toString());

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).isEqualTo("file:" + run.resolve("report.html") + "\n");
            assertThat(run.resolve("report.html")).hasBinaryContent(before);
            assertNothingHalf(run);
        }
    }

    private static void assertNothingHalf(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.contains(".tmp-"));
        }
    }

    /** The figures in the page are those of auc.csv. */
    @Test
    void theFiguresAreThoseOfTheTables() throws Exception {
        JsonNode summary =
                new ObjectMapper().readTree(sweep.resolve("summary.json").toFile());
        open(sweep, "");

        assertThat(browser.run("return document.querySelectorAll('#auc-pixels td a').length")
                        .asInt())
                .isEqualTo(4);
        assertThat(text("#auc-pixels a[href='#" + SANDAL + "/" + SNEAKER + "']"))
                .isEqualTo("0.5092");
        assertThat(text("#auc-pixels .mean")).isEqualTo(String.format("mean %.4f", mean(summary, "pixels")));
    }

    private static double mean(JsonNode summary, String detector) {
        for (JsonNode found : summary.at("/detectors")) {
            if (found.at("/detector").asText().equals(detector)) {
                return found.at("/mean_auc").asDouble();
            }
        }
        throw new AssertionError("no detector " + detector + " in " + summary);
    }

    @Test
    void refusesWhatIsNoFinishedRun() throws Exception {
        Path unfinished = Files.createDirectories(folder.resolve("unfinished"));
        Files.copy(sweep.resolve("sweep.json"), unfinished.resolve("sweep.json"));

        assertOneLine(new Launcher(folder).run("report", unfinished.toString()), "isn't finished", "--resume");
        assertOneLine(new Launcher(folder).run("report", "nowhere"), "nowhere", "no run directory");
        assertThat(unfinished.resolve("report.html")).doesNotExist();
    }

    private static void assertOneLine(Launcher.Result result, String what, String mend) {
        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.errors()).singleElement().asString().contains(what, mend);
    }
}
