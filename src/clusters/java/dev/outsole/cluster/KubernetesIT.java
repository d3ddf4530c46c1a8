package dev.outsole.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outsole.cli.Launcher;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real spark-submit sends to Kubernetes, and what the launcher makes of the driver's end. No pod runs here. */
final class KubernetesIT {
    @TempDir
    private Path folder;

    @Test
    void theDriversPodIsAsDocumented() throws Exception {
        try (KubernetesRecorder kubernetes = new KubernetesRecorder("Succeeded")) {
            Launcher.Result result =
                    submit(kubernetes, "--", "--conf", "spark.kubernetes.submission.waitAppCompletion=true");

            assertThat(result.exitCode()).as(result.err()).isZero();
            JsonNode spec = kubernetes.object("Pod").get("spec");
            assertThat(spec.get("serviceAccountName").asText()).isEqualTo("spark");
            assertThat(spec.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            JsonNode container = spec.at("/containers/0");
            assertThat(container.get("image").asText()).isEqualTo("registry.example.com/outsole:test");
            assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
            // Heap and what is beside it, of conf/spark-defaults.conf: 2048 + 1536 MiB.
            assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("3584Mi");
            assertThat(texts(container.get("args")))
                    .containsSubsequence("driver", "local:///opt/outsole/outsole.jar", "evaluate", "--output");
            assertThat(environment(container))
                    .containsEntry("OUTSOLE_HOME", "/opt/outsole")
                    .containsEntry("SPARK_LOCAL_DIRS", "/var/spark");
            Properties settings = settings(kubernetes);
            assertThat(settings)
                    .containsEntry("spark.executor.memoryOverhead", "768m")
                    .containsKey("spark.kubernetes.executor.podTemplateFile");
            assertThat(settings.getProperty("spark.driver.extraJavaOptions"))
                    .contains("--add-opens=java.base/java.nio=ALL-UNNAMED")
                    .endsWith("-Dlog4j2.configurationFile=/opt/outsole/conf/log4j2.properties");
            assertThat(kubernetes.object("Service").at("/spec/clusterIP").asText())
                    .isEqualTo("None");
        }
    }

    /** It goes to where the pod can fetch it, and the command is told its bare name. */
    @Test
    void aSettingsFileOfTheUsersIsUploaded() throws Exception {
        Path config = Files.writeString(folder.resolve("mine.conf"), "outsole.svm.nu = 0.25");
        Path uploads = folder.resolve("uploads");
        try (KubernetesRecorder kubernetes = new KubernetesRecorder("Succeeded")) {
            Launcher.Result result = submit(
                    kubernetes,
                    "--config=" + config,
                    "--",
                    "--conf",
                    "spark.kubernetes.file.upload.path=" + uploads.toUri(),
                    "--conf",
                    "spark.kubernetes.submission.waitAppCompletion=true");

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(texts(kubernetes.object("Pod").at("/spec/containers/0/args")))
                    .contains("--config=mine.conf");
            Properties settings = settings(kubernetes);
            Path uploaded = Path.of(URI.create(settings.getProperty("spark.files")));
            assertThat(uploaded).startsWith(uploads).hasFileName("mine.conf").hasSameTextualContentAs(config);
        }
    }

    private static Properties settings(KubernetesRecorder kubernetes) throws IOException {
        Properties settings = new Properties();
        settings.load(new StringReader(
                kubernetes.object("ConfigMap").at("/data/spark.properties").asText()));
        return settings;
    }

    @Test
    void aPodThatFailsIsNoSuccess() throws Exception {
        try (KubernetesRecorder kubernetes = new KubernetesRecorder("Failed")) {
            Launcher.Result result = submit(kubernetes, "--");

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("outsole: the driver's last state is Failed");
        }
    }

    /** @param options of the command, then those of spark-submit behind "--" */
    private Launcher.Result submit(KubernetesRecorder kubernetes, String... options) throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Map<String, String> environment = SparkHome.environment();
        environment.put("KUBECONFIG", home.resolve("none").toString());
        List<String> command = new ArrayList<>(List.of(
                "evaluate",
                "--master=" + kubernetes.url(),
                "--deploy-mode=cluster",
                "--data=s3a://bucket",
                "--output",
                "s3a://bucket/runs"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "--conf",
                "spark.kubernetes.container.image=registry.example.com/outsole:test",
                "--conf",
                "spark.kubernetes.authenticate.driver.serviceAccountName=spark"));
        return new Launcher(folder, environment).run(command.toArray(String[]::new));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, String> environment(JsonNode container) {
        Map<String, String> environment = new HashMap<>();
        container
                .get("env")
                .forEach(variable -> environment.put(
                        variable.get("name").asText(), variable.path("value").asText()));
        return environment;
    }
}
