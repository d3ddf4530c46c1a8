package dev.outsole.cluster;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An S3 server that keeps one bucket in memory, on loopback, and asks for a key. */
final class S3Server implements AutoCloseable {
    static final String BUCKET = "s3a://outsole";
    static final String IDENTITY = "outsole-test";
    static final String SECRET = "s3-secret-that-nobody-may-see";

    private final URI endpoint;
    private final Daemon daemon;

    S3Server(Path folder) throws Exception {
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
        daemon = Daemon.start(
                folder.resolve("s3proxy.log"),
                SparkHome.environment(),
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
            S3Bucket.create(endpoint, "outsole", IDENTITY, SECRET);
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    URI endpoint() {
        return endpoint;
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
