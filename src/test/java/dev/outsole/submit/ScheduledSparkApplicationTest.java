package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outsole.needs.Needs;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest for the Spark Operator: fields and types of its API, and the command and settings of the launcher. */
@Needs({"python3-jsonschema", "python3-yaml"})
class ScheduledSparkApplicationTest {
    private static final Path CHECKS = FakeProject.REAL.resolve("src/test/resources/schedule");

    @TempDir
    Path temporary;

    private JsonNode template;

    @BeforeEach
    void read() throws IOException {
        Shell.Result checked = check(FakeProject.REAL.resolve("submit/schedule/scheduled-spark-application.yaml"));
        assertThat(checked.err()).isEmpty();
        template = new ObjectMapper().readTree(checked.out()).at("/spec/template");
    }

    private Shell.Result check(Path manifest) {
        return new Shell(temporary, Map.of())
                .run(
                        Path.of("/usr/bin/python3"),
                        CHECKS.resolve("check_manifest.py").toString(),
                        CHECKS.resolve("scheduled-spark-application.schema.json")
                                .toString(),
                        manifest.toString());
    }

    @Test
    void aWrongFieldIsNoticed() throws IOException {
        String text = Files.readString(FakeProject.REAL.resolve("submit/schedule/scheduled-spark-application.yaml"));
        Path wrong = Files.writeString(temporary.resolve("wrong.yaml"), text.replace("memoryOverhead:", "overhead:"));

        Shell.Result checked = check(wrong);

        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.err()).contains("spec/template/driver", "'overhead' was unexpected");
    }

    @Test
    void theCommandIsTheLaunchers() throws IOException {
        FakeProject project = FakeProject.ready(temporary);
        Path spark = FakeProject.spark(temporary.resolve("spark"), "");
        List<String> words = texts(template.get("arguments"));
        List<String> command = new ArrayList<>(words);
        command.addAll(List.of("--master", "k8s://https://host", "--deploy-mode", "cluster", "--dry-run"));

        Shell.Result dryRun =
                project.shell().with("SPARK_HOME", spark).run(project.launcher(), command.toArray(String[]::new));

        assertThat(dryRun.out())
                .endsWith(" " + template.get("mainApplicationFile").asText() + " " + String.join(" ", words) + "\n")
                .contains(" --class " + template.get("mainClass").asText() + " ");
    }

    /** Each of conf/spark-defaults.conf, where the operator looks for it; those of other cluster managers aside. */
    @Test
    void theSettingsAreThoseOfTheFile() throws IOException {
        Properties defaults = new Properties();
        try (Reader reader = Files.newBufferedReader(FakeProject.REAL.resolve("conf/spark-defaults.conf"))) {
            defaults.load(reader);
        }
        Properties expected = new Properties();
        expected.putAll(defaults);
        expected.keySet().removeIf(key -> key.toString().matches("spark\\.(standalone|yarn)\\..*"));
        Properties actual = new Properties();
        template.get("sparkConf")
                .fields()
                .forEachRemaining(entry ->
                        actual.setProperty(entry.getKey(), entry.getValue().asText()));
        for (String role : List.of("driver", "executor")) {
            JsonNode pod = template.get(role);
            for (String size : List.of("memory", "memoryOverhead")) {
                actual.setProperty("spark." + role + "." + size, pod.get(size).asText());
            }
            String log = " -Dlog4j2.configurationFile=/opt/outsole/conf/log4j2.properties";
            actual.setProperty(
                    "spark." + role + ".extraJavaOptions",
                    pod.get("javaOptions").asText().replace(log, ""));
        }

        assertThat(actual).isEqualTo(expected);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
