package dev.outsole.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.history.Judgement;
import dev.outsole.history.Trend;
import dev.outsole.history.Trend.DetectorPoint;
import dev.outsole.history.Trend.DetectorTrend;
import dev.outsole.history.Trend.PairTrend;
import dev.outsole.history.Trend.TrendNight;
import dev.outsole.sweep.ModelResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    private static final String SEPARATORS = "a\u2028b\u2029<!--&amp;'\"";

    private static String page(ReportData data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportPage.write(data, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> all(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String island(String page) {
        return all("<script type=\"application/json\" id=\"data\">(.*?)</script>", page)
                .get(0);
    }

    @Test
    void showsTheFiguresOfEveryPair() throws IOException {
        String page = page(Sweeps.whole("Boot", "Clog", "Pump"));

        assertThat(page).contains("<h1>pixels beats autoencoder on 6 of 6 pairs</h1>");
        assertThat(all("(<table id=)", page)).hasSize(3);
        assertThat(all("(<th scope=\"row\">)", page)).hasSizeGreaterThan(9);
        assertThat(all("<a href=\"#boot/clog\" aria-label[^>]*>([^<]*)</a>", page))
                .containsExactly("0.9000", "0.7000", "−0.2000");
        assertThat(page).contains("75.3 s").doesNotContain("What others report", "Golan and El-Yaniv 2018");
    }

    /** Six of one AUC each over the two pairs; fits take 1.25 s. */
    @Test
    void theLeaderboardHasTheBestFirst() throws IOException {
        String page = page(Sweeps.whole(Sweeps.SIX, "Boot", "Clog"));
        String board = page.substring(page.indexOf("id=\"leaderboard\""), page.indexOf("Every pair"));

        assertThat(page).contains("<h1>adjusted-neighbours beats pixels on 2 of 2 pairs</h1>");
        assertThat(all("</span>([a-z-]+)</th>", board))
                .containsExactly(
                        "adjusted-neighbours", "neighbours", "gaussian", "pixels", "reconstruction", "autoencoder");
        assertThat(all("<td>([^<]*)</td>", board))
                .startsWith("0.9500", "0.9500", "1.25 s", "8,000", "2", "0.9400")
                .hasSize(6 * 5);
        assertThat(all("detector (d\\d)\"", board)).containsExactly("d0", "d1", "d2", "d3", "d4", "d5");
        assertThat(board).contains("<a href=\"#boot/clog\">Boot vs Clog</a> 0.9500", "wall time");
        assertThat(page.indexOf("id=\"leaderboard\"")).isLessThan(page.indexOf("Every pair"));
    }

    @Test
    void theComparedDetectorsHaveTheirHeatmapsFirst() throws IOException {
        assertThat(all("<table id=\"([^\"]*)\"", page(Sweeps.whole(Sweeps.SIX, "Boot", "Clog"))))
                .containsExactly(
                        "auc-adjusted-neighbours",
                        "auc-pixels",
                        "difference",
                        "auc-neighbours",
                        "auc-gaussian",
                        "auc-reconstruction",
                        "auc-autoencoder");
    }

    /** 0.95 − 0.9, each with p = 0.001. */
    @Test
    void everyDetectorsPairSaysHowItComparesWithTheReference() throws IOException {
        JsonNode pair = new ObjectMapper()
                .readTree(island(page(Sweeps.whole(Sweeps.SIX, "Boot", "Clog"))))
                .at("/pairs/boot~1clog/figures");

        assertThat(pair.findValuesAsText("detector")).hasSize(6).startsWith("adjusted-neighbours");
        assertThat(pair.findValuesAsText("against"))
                .containsExactly(
                        "+0.0500, p = 0.002: better",
                        "+0.0400, p = 0.002: better",
                        "+0.0200, p = 0.002: better",
                        "",
                        "−0.0200, p = 0.002: worse",
                        "−0.2000, p = 0.002: worse");
    }

    @Test
    void speedsThatWereNeverMeasuredAreLeftOut() throws IOException {
        ReportData whole = Sweeps.whole(Sweeps.SIX, "Boot", "Clog");
        List<ModelResult> old = whole.results().stream()
                .map(result -> new ModelResult(
                        result.detector(),
                        result.normal(),
                        result.seed(),
                        result.svm(),
                        result.training(),
                        result.pairs(),
                        result.oneVsRest(),
                        result.seconds(),
                        null,
                        null))
                .toList();
        String page = page(new ReportData(
                "sweep",
                whole.start(),
                whole.settings(),
                whole.classes(),
                Sweeps.summary(2, old, whole.summary().comparisons(), Map.of()),
                old,
                whole.models(),
                whole.images()));

        assertThat(page).contains("Leaderboard").doesNotContain("Images/s", "wall time");
    }

    @Test
    void namesOfClassesStayText() throws IOException {
        String page = page(Sweeps.whole(Sweeps.HOSTILE, SEPARATORS, "${1+1}<#assign x=1>"));
        JsonNode data = new ObjectMapper().readTree(island(page));

        assertThat(page).doesNotContain("<img", "onerror=alert(1)>", SEPARATORS, "<#assign");
        assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;", "${1+1}");
        assertThat(island(page)).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(data.at("/classes/0").asText()).isEqualTo(Sweeps.HOSTILE);
        assertThat(data.at("/classes/1").asText()).isEqualTo(SEPARATORS);
    }

    /** Hashes of what stands in the page, as a browser computes them; the data island is no script. */
    @Test
    void itsPolicyAllowsItsOwnStyleAndScriptsAlone() throws Exception {
        String page = page(Sweeps.whole("Boot", "Clog"));
        String policy = all("Content-Security-Policy\" content=\"([^\"]*)\"", page)
                .get(0)
                .replace("&#39;", "'");
        List<String> inlined = new ArrayList<>(all("<style>(.*?)</style>", page));
        inlined.addAll(all("<script>(.*?)</script>", page));

        assertThat(inlined).hasSize(3);
        for (String text : inlined) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
        assertThat(policy).startsWith("default-src 'none'; img-src data:;").doesNotContain("unsafe", "http", "*");
        assertThat(all("( style=\"| on[a-z]+=\"| src=\"http| href=\"http)", page.substring(0, page.indexOf("<script"))))
                .isEmpty();
    }

    @Test
    void keepsTheLicenceOfItsLibrary() throws IOException {
        assertThat(page(Sweeps.whole("Boot", "Clog")))
                .contains("Copyright 2010-2023 Mike Bostock", "Permission to use, copy");
    }

    @Test
    void aPairThatIsAloneStandsOpen() throws IOException {
        ReportData both = Sweeps.whole("Boot", "Clog");
        ReportData one = new ReportData(
                "evaluate",
                both.start(),
                both.settings(),
                both.classes(),
                Sweeps.summary(
                        1,
                        both.results().stream()
                                .filter(r -> r.normal().equals("Boot"))
                                .toList(),
                        List.of(),
                        Map.of()),
                both.results().stream()
                        .filter(result -> result.normal().equals("Boot"))
                        .toList(),
                both.models().stream()
                        .filter(model -> model.normal().label() == 0)
                        .toList(),
                both.images());
        String page = page(one);

        assertThat(page).contains("<h1>Boot against Clog</h1>").doesNotContain("<dialog", "<table id=");
        assertThat(new ObjectMapper().readTree(island(page)).at("/only").asText())
                .isEqualTo("boot/clog");
    }

    @Test
    void modelsThatFailedAreNamedWithTheirReason() throws IOException {
        ReportData whole = Sweeps.whole("Boot", "Clog");
        ReportData failed = new ReportData(
                "sweep",
                whole.start(),
                whole.settings(),
                whole.classes(),
                Sweeps.summary(2, whole.results(), List.of(), Map.of("autoencoder/pump/seed-1", "it <b>collapsed")),
                whole.results(),
                whole.models(),
                whole.images());

        assertThat(page(failed))
                .contains("Models to be wary of", "autoencoder/pump/seed-1</span>: it &lt;b&gt;collapsed");
    }

    @Test
    void aNightsFindingsStandOnTop() throws IOException {
        ReportData whole = Sweeps.whole("Boot", "Clog");
        Trend trend = new Trend(
                Judgement.Status.REGRESSION,
                List.of("mean AUC dropped <b>"),
                3,
                List.of("autoencoder was <i>"),
                List.of("pixels: new baseline & more"),
                List.of(
                        new TrendNight("2026-11-23", Judgement.Status.PASSED, 60, 0, 0),
                        new TrendNight("2026-11-24", Judgement.Status.REGRESSION, 61, 1, 0)),
                List.of(new DetectorTrend(
                        "pixels",
                        List.of(new DetectorPoint(0, 0.9, List.of()), new DetectorPoint(1, 0.8, List.of(0.85, 0.9))))),
                List.of(new PairTrend("pixels", "Boot", "Clog", List.of(0, 1), List.of(0.9, 0.8000004))));
        String page = page(new ReportData(
                "nightly",
                whole.start(),
                whole.settings(),
                whole.classes(),
                whole.summary(),
                whole.results(),
                whole.models(),
                whole.images(),
                Optional.of(trend)));
        JsonNode data = new ObjectMapper().readTree(island(page));

        assertThat(page)
                .contains(
                        "<title>Regression · ",
                        "Regression on the night of 2026-11-24: 1 finding, compared with 3 nights.",
                        "<li>mean AUC dropped &lt;b&gt;</li>",
                        "<strong>Not compared:</strong> autoencoder was &lt;i&gt;.",
                        "<li>pixels: new baseline &amp; more</li>");
        assertThat(page.indexOf("Not compared")).isLessThan(page.indexOf("mean AUC dropped"));
        assertThat(page.indexOf("mean AUC dropped")).isLessThan(page.indexOf("Every pair"));
        assertThat(data.at("/trend/0/detectors/pixels/bands/1/0").asDouble()).isEqualTo(0.85);
        assertThat(data.at("/trend/0/pairs/boot~1clog/pixels/values/1").asDouble())
                .isEqualTo(0.8);
        assertThat(page(whole)).doesNotContain("id=\"trends\"");
    }

    @Test
    void aScriptThatWouldEndItselfIsRefused() {
        assertThatThrownBy(() -> new Inlined("let x = '</SCRIPT>'")).hasMessageContaining("</script");
    }
}
