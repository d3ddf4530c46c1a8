package dev.outsole.cluster;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hadoop.conf.Configuration;

/** An S3 server that keeps one bucket in memory, on loopback, and asks for a key. */
final class S3Server implements AutoCloseable {
    static final String BUCKET = "s3a://outsole";
    static final String IDENTITY = "outsole-test";
    static final String SECRET = "s3-secret-that-nobody-may-see";

    private final Path folder;
    private final URI endpoint;
    private final Daemon daemon;

    S3Server(Path folder) throws Exception {
        this.folder = folder;
        endpoint = URI.create("http://" + FreePort.address());
        Files.createDirectories(folder);
        Path properties =
                Files.writeString(folder.resolve("s3proxy.properties"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=transient
                jclouds.identity=local
                jclouds.credential=local
                """.formatted(endpoint, IDENTITY, SECRET));
        Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d %p %c: %m%n</pattern></encoder>
                  </appender>
                  <root level="INFO"><appender-ref ref="out"/></root>
                </configuration>
                """);
        writeClientSettings();
        daemon = Daemon.start(
                folder.resolve("s3proxy.log"),
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx600m",
                        "-cp",
                        folder + File.pathSeparator + SparkHome.CLUSTERS.resolve("s3proxy/jars/*"),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        properties.toString()));
        try {
            daemon.await("Started ServerConnector");
            createBucket();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /** For Hadoop's file commands. */
    private void writeClientSettings() throws IOException {
        Configuration settings = new Configuration(false);
        settings.set("fs.s3a.endpoint", endpoint.toString());
        settings.set("fs.s3a.path.style.access", "true");
        settings.set("fs.s3a.connection.ssl.enabled", "false");
        try (OutputStream out = Files.newOutputStream(folder.resolve("core-site.xml"))) {
            settings.writeXml(out);
        }
    }

    /** Signed as S3 wanted it first (version 2), which takes a few lines. */
    private void createBucket() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        String signed = "PUT\n\n\n\nx-amz-date:" + date + "\n/outsole";
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        HttpRequest put = HttpRequest.newBuilder(endpoint.resolve("/outsole"))
                .header("x-amz-date", date)
                .header("Authorization", "AWS " + IDENTITY + ":" + signature)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(put, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no bucket: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** What the client is told on the command line: no secret is among it. */
    String[] sparkOptions() {
        String jars = SparkHome.CLUSTERS.resolve("s3a/jars/*").toString();
        return new String[] {
            "--conf", "spark.driver.extraClassPath=" + jars,
            "--conf", "spark.executor.extraClassPath=" + jars,
            "--conf", "spark.hadoop.fs.s3a.endpoint=" + endpoint,
            "--conf", "spark.hadoop.fs.s3a.path.style.access=true",
            "--conf", "spark.hadoop.fs.s3a.connection.ssl.enabled=false"
        };
    }

    /** The key goes by the environment. */
    Map<String, String> environment() throws Exception {
        Map<String, String> environment = new HashMap<>(SparkHome.environment());
        environment.put("AWS_ACCESS_KEY_ID", IDENTITY);
        environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
        return environment;
    }

    /** Hadoop's file commands, such as {@code -put}. */
    void shell(Path log, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(
                        File.pathSeparator,
                        folder.toString(),
                        SparkHome.PATH.resolve("jars/*").toString(),
                        SparkHome.CLUSTERS.resolve("s3a/jars/*").toString()),
                "org.apache.hadoop.fs.FsShell"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment());
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(List.of(arguments) + ": " + Files.readString(log));
        }
    }

    /** The server dies. */
    void kill() {
        daemon.handle().destroyForcibly();
    }

    @Override
    public void close() {
        daemon.close();
    }
}
