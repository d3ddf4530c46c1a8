package dev.outsole.cluster;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** Hadoop's client of S3: settings for Spark and for Hadoop's own file commands. */
final class S3Client {
    private final Path folder;
    private final URI endpoint;

    S3Client(Path folder, URI endpoint) throws IOException {
        this.folder = folder;
        this.endpoint = endpoint;
        writeSettings();
    }

    /** For Hadoop's file commands. */
    private void writeSettings() throws IOException {
        Configuration settings = new Configuration(false);
        settings.set("fs.s3a.endpoint", endpoint.toString());
        settings.set("fs.s3a.path.style.access", "true");
        settings.set("fs.s3a.connection.ssl.enabled", "false");
        try (OutputStream out = Files.newOutputStream(folder.resolve("core-site.xml"))) {
            settings.writeXml(out);
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
    static Map<String, String> credentials() {
        return Map.of("AWS_ACCESS_KEY_ID", S3Server.IDENTITY, "AWS_SECRET_ACCESS_KEY", S3Server.SECRET);
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
        builder.environment().putAll(SparkHome.environment());
        builder.environment().putAll(credentials());
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(List.of(arguments) + ": " + Files.readString(log));
        }
    }
}
