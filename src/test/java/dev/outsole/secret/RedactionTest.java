package dev.outsole.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.package$;
import org.apache.spark.util.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;
import scala.collection.JavaConverters;

class RedactionTest {
    private static final String SECRET = "wJalrXUtnFEMI";

    /** As the documentation of Hadoop's file systems, of Google's connector and of Spark names them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.hadoop.fs.azure.account.key.mine.dfs.core.windows.net",
                "spark.hadoop.fs.azure.account.key",
                "spark.hadoop.fs.azure.sas.container.mine.blob.core.windows.net",
                "spark.hadoop.fs.azure.sas.fixed.token.mine.dfs.core.windows.net",
                "spark.hadoop.fs.azure.account.oauth2.client.secret.mine.dfs.core.windows.net",
                "spark.hadoop.fs.azure.account.oauth2.refresh.token",
                "spark.hadoop.fs.azure.account.oauth2.user.password",
                "spark.hadoop.fs.gs.auth.service.account.private.key",
                "spark.hadoop.fs.gs.auth.service.account.private.key.id",
                "spark.hadoop.fs.gs.auth.client.secret",
                "spark.hadoop.fs.gs.auth.refresh.token",
                "spark.hadoop.fs.gs.encryption.key",
                "spark.hadoop.fs.s3a.access.key",
                "spark.hadoop.fs.s3a.secret.key",
                "spark.hadoop.fs.s3a.session.token",
                "spark.hadoop.fs.s3a.bucket.mine.access.key",
                "spark.hadoop.fs.s3a.encryption.key",
                "spark.hadoop.fs.s3a.server-side-encryption.key",
                "spark.hadoop.fs.s3a.proxy.password",
                "spark.executorEnv.AWS_ACCESS_KEY_ID",
                "spark.executorEnv.AWS_SECRET_ACCESS_KEY",
                "spark.executorEnv.AWS_SESSION_TOKEN",
                "spark.authenticate.secret",
                "spark.ssl.keyPassword",
                "spark.ssl.keyStorePassword"
            })
    void theValueOfASecretSettingIsLeftOut(String key) {
        assertThat(Redaction.of(key, SECRET)).isEqualTo("(redacted)");
        assertThat(Redaction.of(Map.of("outer", Map.of(key, SECRET))).toString())
                .doesNotContain(SECRET);
        assertThat(Redaction.of("can't use " + key + "=" + SECRET + ": no"))
                .doesNotContain(SECRET)
                .endsWith(" no");
        assertThat(bySpark(key, SECRET)).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "spark.master, 'spark://host:7077,other:7077'",
        "spark.master, k8s://https://host:6443",
        "spark.hadoop.fs.defaultFS, abfss://container@mine.dfs.core.windows.net/x",
        "spark.io.encryption.keySizeBits, 128",
        "spark.hadoop.fs.s3a.encryption.algorithm, SSE-S3",
        "spark.executor.extraJavaOptions, -Dorg.bytedeco.javacpp.maxbytes=512m",
        "data.table, 's3a://bucket/a?b&c=1'",
        "svm.nu, 0.5"
    })
    void othersAreLeftAlone(String key, String value) {
        assertThat(Redaction.of(key, value)).isEqualTo(value);
        assertThat(Redaction.of(Map.of(key, value))).isEqualTo(Map.of(key, value));
        assertThat(bySpark(key, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://me:wJalrXUtnFEMI@host/images",
                "https://host/a.zip?sv=1&sig=wJalrXUtnFEMI&se=2",
                "https://host/a?X-Amz-Date=1&X-Amz-Signature=wJalrXUtnFEMI",
                "https://host/a?X-Goog-Signature=wJalrXUtnFEMI"
            })
    void aSecretInAUrlIsLeftOutWhereverItStands(String url) {
        assertThat(Redaction.of("can't read '" + url + "' (no such host): name another"))
                .doesNotContain(SECRET)
                .startsWith("can't read '" + url.substring(0, 8))
                .endsWith("(no such host): name another");
        assertThat(Redaction.of(Map.of("data", Map.of("source", List.of(url)))).toString())
                .doesNotContain(SECRET);
        assertThat(bySpark("spark.app.name", url)).doesNotContain(SECRET);
    }

    /** What Spark shows of a setting in its UI and event log. */
    private static String bySpark(String key, String value) {
        SparkConf conf = new SparkConf(false).set("spark.redaction.regex", Redaction.SETTINGS);
        return JavaConverters.seqAsJavaList(Utils.redact(
                        conf,
                        JavaConverters.asScalaBuffer(List.of(new Tuple2<>(key, value)))
                                .toSeq()))
                .get(0)
                ._2();
    }

    @Test
    void sparkGoesByTheSame() throws IOException {
        Properties defaults = properties("conf/spark-defaults.conf");

        assertThat(defaults.getProperty(
                        package$.MODULE$.SECRET_REDACTION_PATTERN().key()))
                .isEqualTo(Redaction.SETTINGS);
    }

    @Test
    void theLogGoesByTheSame() throws IOException {
        assertThat(properties("conf/log4j2.properties").getProperty("appender.console.layout.pattern"))
                .endsWith("%replace{%replace{%m%n%ex}{" + Redaction.URL_PASSWORD + "}{$1:(redacted)@}}{"
                        + Redaction.URL_SIGNATURE + "}{$1(redacted)}");
    }

    @Test
    void aLineOfTheLogHasNoSecret() throws IOException {
        Properties settings = properties("conf/log4j2.properties");
        PatternLayout layout = PatternLayout.newBuilder()
                .withPattern(settings.getProperty("appender.console.layout.pattern"))
                .withAlwaysWriteExceptions(
                        Boolean.parseBoolean(settings.getProperty("appender.console.layout.alwaysWriteExceptions")))
                .build();

        String line = layout.toSerializable(Log4jLogEvent.newBuilder()
                .setLoggerName("dev.outsole.job.OldRuns")
                .setLevel(Level.WARN)
                .setMessage(new SimpleMessage("lost ftp://me:" + SECRET + "@host/ and https://h/a?se=1&sig=" + SECRET))
                .setThrown(new IOException("https://me:" + SECRET + "@h"))
                .build());

        assertThat(line)
                .contains("WARN  OldRuns: lost ftp://me:(redacted)@host/ and https://h/a?se=1&sig=(redacted)")
                .contains("IOException: https://me:(redacted)@h")
                .doesNotContain(SECRET);
    }

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        }
        return properties;
    }

    /** However the text arrives. */
    @Test
    void linesArePassedOnWithoutSecrets() {
        StringWriter seen = new StringWriter();
        PrintWriter out = new PrintWriter(new RedactingWriter(seen));
        out.print("lost ftp://me:wJalr");
        out.println("XUtnFEMI@host/");
        new IOException("no such key: fs.s3a.secret.key=" + SECRET).printStackTrace(out);
        out.print("50 %");
        out.flush();

        assertThat(seen.toString())
                .startsWith("lost ftp://me:(redacted)@host/\n"
                        + "java.io.IOException: no such key: fs.s3a.secret.key=(redacted)")
                .contains("at dev.outsole.secret.RedactionTest")
                .doesNotContain(SECRET)
                .endsWith("50 %");
    }
}
