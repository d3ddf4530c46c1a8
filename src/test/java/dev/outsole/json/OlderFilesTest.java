package dev.outsole.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.result.RunMetrics;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.Summary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of runs of version 0.1.0, of before metrics had a list of their own. */
class OlderFilesTest {
    private static final String SWEEP = "/dev/outsole/saved/0.1.0/runs/20261128T132811Z-sweep";

    /** Nothing is lost, renamed or made up: what is written again says the same. */
    @ParameterizedTest
    @CsvSource({
        "run-0.1.0/metrics.json, METRICS",
        SWEEP + "/models/autoencoder/clog/seed-1/model.json, MODEL",
        SWEEP + "/summary.json, SUMMARY",
        SWEEP + "/sweep.json, SWEEP"
    })
    void areReadAndSayTheSameWhenTheyAreWrittenAgain(String name, Kind kind) throws IOException {
        byte[] old = bytes(name);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        Json.write(again, Json.read(new ByteArrayInputStream(old), kind.type));

        assertThat(tree(again.toByteArray())).isEqualTo(tree(old));
    }

    private enum Kind {
        METRICS(RunMetrics.class),
        MODEL(ModelResult.class),
        SUMMARY(Summary.class),
        SWEEP(Manifest.class);

        private final Class<?> type;

        Kind(Class<?> type) {
            this.type = type;
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = OlderFilesTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    private static JsonNode tree(byte[] json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
