package dev.outsole.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.secret.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets on a command line: the launcher doesn't show them again, and says that others can see them. */
class LauncherSecretsTest {
    private static final String SECRET = "wJalrXUtnFEMI";

    @TempDir
    Path temporary;

    private FakeProject project;

    @BeforeEach
    void makeProject() throws IOException {
        project = FakeProject.ready(temporary);
        project.write("conf/spark-defaults.conf", "spark.redaction.regex  " + Redaction.SETTINGS + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.hadoop.fs.s3a.secret.key",
                "spark.hadoop.fs.azure.account.key.mine.dfs.core.windows.net",
                "spark.hadoop.fs.azure.sas.container.mine.blob.core.windows.net",
                "spark.hadoop.fs.gs.auth.service.account.private.key",
                "spark.executorEnv.AWS_SESSION_TOKEN"
            })
    void aSecretSettingIsNotShownAndWarnedOf(String key) {
        for (String[] option : new String[][] {{"--conf", key + "=" + SECRET}, {"--conf=" + key + "=" + SECRET}}) {
            Shell.Result run = project.launch(words("evaluate", "--dry-run", "--", option));

            assertThat(run.out()).contains(key + "=").contains("redacted").doesNotContain(SECRET);
            assertThat(run.errLines())
                    .singleElement()
                    .asString()
                    .contains(key + " can be read by everyone on this machine", "src/docs/clusters.md")
                    .doesNotContain(SECRET);
        }
    }

    /** The run itself has it. */
    @Test
    void theCommandThatRunsHasTheSecret() {
        String setting = "spark.hadoop.fs.s3a.secret.key=" + SECRET;

        assertThat(project.launch("evaluate", "--", "--conf", setting).outLines())
                .contains("-D" + setting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.hadoop.fs.s3a.aws.credentials.provider=com.amazonaws.auth.WebIdentityTokenCredentialsProvider",
                "spark.kubernetes.driver.secretKeyRef.AWS_SECRET_ACCESS_KEY=name:key",
                "spark.sql.shuffle.partitions=3"
            })
    void theNameOfASecretIsNone(String setting) {
        Shell.Result run = project.launch("evaluate", "--dry-run", "--", "--conf", setting);

        assertThat(run.out()).contains("-D" + setting);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aPasswordInAUrlIsNotShown() {
        Shell.Result run = project.launch("evaluate", "--dry-run", "--data", "ftp://me:" + SECRET + "@host/images");

        assertThat(run.out()).contains("ftp://me:", "@host/images").doesNotContain(SECRET);
    }

    private static String[] words(String command, String dryRun, String end, String[] more) {
        return Stream.concat(Stream.of(command, dryRun, end), Stream.of(more)).toArray(String[]::new);
    }
}
