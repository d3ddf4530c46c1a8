package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings chosen by sandals alone, and what they are worth on sneakers. */
final class TuneIT {
    @TempDir
    private static Path folder;

    private static Launcher.Result result;
    private static Path run;

    @BeforeAll
    static void tune() throws Exception {
        result = new Launcher(folder).run("tune", "--normal=sandal");
        assertThat(result.exitCode()).as(result.err()).isZero();
        run = only("tune");
    }

    private static Path only(String ending) throws Exception {
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            return runs.filter(path -> path.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void everySettingIsOnRecord() throws Exception {
        List<String> trials = Files.readAllLines(run.resolve("trials.csv"));
        JsonNode tuning = new ObjectMapper().readTree(run.resolve("tuning.json").toFile());

        assertThat(trials)
                .hasSize(145)
                .startsWith("normal,square_root,blur_radius,gradient_weight,k,adjusted,shift,flip,erase,mix,criterion");
        assertThat(tuning.at("/trials")).hasSize(144);
        assertThat(tuning.at("/trials/0/options")).isEqualTo(tuning.at("/chosen"));
        assertThat(tuning.at("/normals/0").asText()).isEqualTo("Sandal");
    }

    @Test
    void theTableEndsWithTheFileOfSettings() {
        assertThat(result.outLines().get(0)).startsWith("rank  square root");
        assertThat(result.out()).contains("(in force)");
        assertThat(result.outLines().get(result.outLines().size() - 1)).endsWith("-tune/tuned.conf");
    }

    /** The pixels' SVM has an AUC of 0.509 on this pair. */
    @Test
    void theChosenSettingsTellSandalsFromSneakers() throws Exception {
        Launcher.Result evaluated = new Launcher(folder)
                .run("evaluate", "--config", run.resolve("tuned.conf").toString(), "--detectors=neighbours");

        assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
        JsonNode metrics = new ObjectMapper()
                .readTree(only("sandal-sneaker").resolve("metrics.json").toFile());
        assertThat(metrics.at("/settings/neighbours/adjusted").asBoolean()).isTrue();
        assertThat(metrics.at("/detectors/neighbours/auc").asDouble()).isGreaterThan(0.75);
    }
}
