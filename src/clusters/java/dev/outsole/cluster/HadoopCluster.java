package dev.outsole.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** HDFS and YARN: a name node, a data node, a resource manager and a node manager, each a JVM of its own, on loopback. */
final class HadoopCluster implements AutoCloseable {
    private final Path folder;
    private final HadoopSettings settings;
    private final List<Daemon> daemons = new ArrayList<>();

    HadoopCluster(Path folder) throws Exception {
        this.folder = folder;
        this.settings = new HadoopSettings(folder);
        try {
            Daemon resourceManager =
                    start("resourcemanager", "org.apache.hadoop.yarn.server.resourcemanager.ResourceManager");
            format();
            start("namenode", "org.apache.hadoop.hdfs.server.namenode.NameNode").await("RPC up at");
            start("datanode", "org.apache.hadoop.hdfs.server.datanode.DataNode")
                    .await("Successfully sent block report");
            resourceManager.await("Transitioned to active state");
            start("nodemanager", "org.apache.hadoop.yarn.server.nodemanager.NodeManager")
                    .await("Registered with ResourceManager");
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private void format() throws Exception {
        try (Daemon format = start("format", "org.apache.hadoop.hdfs.server.namenode.NameNode", "-format", "-force")) {
            format.await("Shutting down NameNode at");
            daemons.remove(format);
        }
    }

    private Daemon start(String name, String type, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                settings.folder() + File.pathSeparator + SparkHome.CLUSTERS.resolve("hadoop/jars/*"),
                type));
        command.addAll(List.of(arguments));
        Daemon daemon = Daemon.start(folder.resolve(name + ".log"), environment(), command);
        daemons.add(daemon);
        return daemon;
    }

    /** Of servers, launcher and containers. */
    Map<String, String> environment() throws Exception {
        Map<String, String> environment = new HashMap<>(SparkHome.environment());
        environment.put("HADOOP_CONF_DIR", settings.folder().toString());
        environment.put("YARN_CONF_DIR", settings.folder().toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HADOOP_USER_NAME", System.getProperty("user.name"));
        return environment;
    }

    /** {@code hdfs://…}, without a slash at its end. */
    String root() {
        return settings.root();
    }

    FileSystem files() throws IOException {
        Configuration client = new Configuration();
        client.addResource(new org.apache.hadoop.fs.Path(
                settings.folder().resolve("core-site.xml").toUri()));
        return FileSystem.newInstance(client);
    }

    /** Where containers run. */
    Daemon nodeManager() {
        return daemons.get(daemons.size() - 1);
    }

    /** What containers have said, of all applications. */
    String containerLogs() throws IOException {
        StringBuilder logs = new StringBuilder();
        for (String file : Run.files(folder)) {
            if (file.endsWith("/stderr")) {
                logs.append(Files.readString(folder.resolve(file)));
            }
        }
        return logs.toString();
    }

    @Override
    public void close() {
        for (int i = daemons.size() - 1; i >= 0; i--) {
            daemons.get(i).close();
        }
    }
}
