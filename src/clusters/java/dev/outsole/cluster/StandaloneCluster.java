package dev.outsole.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A standalone cluster: a master and workers of one core each, on free ports of loopback. */
final class StandaloneCluster implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> environment;
    private final Daemon master;
    private final String url;
    private final List<Daemon> workers = new ArrayList<>();

    /** @param options of every daemon's JVM */
    StandaloneCluster(Path folder, int workers, String... options) throws Exception {
        this.folder = folder;
        this.environment = new HashMap<>(Map.of("SPARK_DAEMON_MEMORY", "256m"));
        environment.put("SPARK_DAEMON_JAVA_OPTS", String.join(" ", options));
        master = SparkHome.start(
                folder.resolve("master.log"),
                environment,
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0");
        try {
            url = master.await("Starting Spark master at (spark://\\S+)");
            for (int i = 0; i < workers; i++) {
                addWorker();
            }
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    String url() {
        return url;
    }

    Daemon addWorker() throws Exception {
        String name = "worker" + workers.size();
        Daemon worker = SparkHome.start(
                folder.resolve(name + ".log"),
                environment,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "2200m",
                "--work-dir",
                folder.resolve(name).toString(),
                url);
        workers.add(worker);
        worker.await("Successfully registered with master");
        return worker;
    }

    Daemon worker(int number) {
        return workers.get(number);
    }

    /** Executors that run now, those of the first worker first. */
    List<ProcessHandle> executors() {
        return workers.stream().flatMap(StandaloneCluster::executors).toList();
    }

    static Stream<ProcessHandle> executors(Daemon worker) {
        return worker.children("CoarseGrainedExecutorBackend").stream();
    }

    @Override
    public void close() {
        workers.forEach(Daemon::close);
        master.close();
    }
}
