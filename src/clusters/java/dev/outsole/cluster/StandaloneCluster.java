package dev.outsole.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A standalone cluster: a master and workers of one core each, on free ports of loopback, each worker with an address, as if a host, of its own. */
final class StandaloneCluster implements AutoCloseable {
    private final Path folder;
    private final String[] arguments;
    private final Daemon master;
    private final String url;
    private final List<Daemon> workers = new ArrayList<>();

    /** @param arguments of every daemon, beside the usual ones */
    StandaloneCluster(Path folder, int workers, String... arguments) throws Exception {
        this.folder = folder;
        this.arguments = arguments;
        master = start("master", "127.0.0.1", "org.apache.spark.deploy.master.Master");
        try {
            url = master.await("Starting Spark master at (spark://\\S+)");
            for (int i = 0; i < workers; i++) {
                startWorker();
            }
            for (Daemon worker : this.workers) {
                awaitRegistered(worker);
            }
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private Daemon start(String name, String host, String type, String... more) throws Exception {
        Stream<String> usual = Stream.of(type, "--host", host, "--port", "0", "--webui-port", "0");
        String[] command = Stream.of(usual, Stream.of(arguments), Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
        Map<String, String> environment = Map.of(
                "SPARK_DAEMON_MEMORY", "256m", "SPARK_LOCAL_DIRS", scratch().toString(), "SPARK_LOCAL_IP", host);
        return SparkHome.start(folder.resolve(name + ".log"), environment, command);
    }

    /** Where executors keep what doesn't fit into memory. */
    Path scratch() {
        return folder.resolve("scratch");
    }

    String url() {
        return url;
    }

    void addWorker() throws Exception {
        awaitRegistered(startWorker());
    }

    private static void awaitRegistered(Daemon worker) throws Exception {
        worker.await("Successfully registered with master");
    }

    private Daemon startWorker() throws Exception {
        String name = "worker" + workers.size();
        Daemon worker = start(
                name,
                "127.0.0." + (workers.size() + 2),
                "org.apache.spark.deploy.worker.Worker",
                "--cores",
                "1",
                "--memory",
                "2200m",
                "--work-dir",
                folder.resolve(name).toString(),
                url);
        workers.add(worker);
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
