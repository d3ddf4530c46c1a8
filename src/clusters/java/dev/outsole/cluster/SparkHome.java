package dev.outsole.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Spark home that the build has put together, and the environment that servers and launcher share. */
final class SparkHome {
    static final Path PROJECT = Path.of("").toAbsolutePath();
    static final Path CLUSTERS = PROJECT.resolve("target/clusters");
    static final Path PATH = CLUSTERS.resolve("spark");
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private SparkHome() {}

    /** A class of Spark as a server. */
    static Daemon start(Path log, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, script("spark-class").toString());
        Map<String, String> all = environment();
        all.putAll(environment);
        return Daemon.start(log, all, command);
    }

    private static Path script(String name) throws IOException {
        Path bin = Files.createDirectories(PATH.resolve("bin"));
        for (String script : List.of("spark-class", "spark-submit")) {
            Files.copy(
                    PROJECT.resolve("src/clusters/spark/bin").resolve(script),
                    bin.resolve(script),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        return bin.resolve(name);
    }

    /**
     * Loopback alone, and one BLAS thread. Nearly all these JVMs live for seconds: with their quick compiler alone a run takes a quarter less
     * time. YARN's containers don't inherit it.
     */
    static Map<String, String> environment() throws Exception {
        script("spark-submit");
        Map<String, String> environment = new HashMap<>();
        environment.put("SPARK_HOME", PATH.toString());
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("OMP_NUM_THREADS", "1");
        environment.put("JAVA_TOOL_OPTIONS", QUICK_COMPILER);
        return environment;
    }
}
