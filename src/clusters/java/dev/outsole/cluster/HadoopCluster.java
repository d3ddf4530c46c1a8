package dev.outsole.cluster;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
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
    private final Path conf;
    private final List<Daemon> daemons = new ArrayList<>();
    private final Configuration settings = new Configuration(false);

    HadoopCluster(Path folder) throws Exception {
        this.folder = folder;
        this.conf = Files.createDirectories(folder.resolve("conf"));
        configure();
        try {
            format();
            start("namenode", "org.apache.hadoop.hdfs.server.namenode.NameNode").await("RPC up at");
            start("datanode", "org.apache.hadoop.hdfs.server.datanode.DataNode")
                    .await("Successfully sent block report");
            start("resourcemanager", "org.apache.hadoop.yarn.server.resourcemanager.ResourceManager")
                    .await("Transitioned to active state");
            start("nodemanager", "org.apache.hadoop.yarn.server.nodemanager.NodeManager")
                    .await("Registered with ResourceManager");
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private void configure() throws IOException {
        configureAddresses();
        configureLimits();
        for (String file : List.of("core-site.xml", "hdfs-site.xml", "yarn-site.xml", "capacity-scheduler.xml")) {
            try (OutputStream out = Files.newOutputStream(conf.resolve(file))) {
                settings.writeXml(out);
            }
        }
        Files.writeString(conf.resolve("log4j.properties"), """
                log4j.rootLogger=INFO, console
                log4j.appender.console=org.apache.log4j.ConsoleAppender
                log4j.appender.console.layout=org.apache.log4j.PatternLayout
                log4j.appender.console.layout.ConversionPattern=%d %p %c{1}: %m%n
                """);
        // Folders of the web pages, which nobody looks at here.
        Files.createDirectories(conf.resolve("webapps/hdfs"));
        Files.createDirectories(conf.resolve("webapps/datanode"));
    }

    private void configureAddresses() throws IOException {
        set("fs.defaultFS", "hdfs://" + FreePort.address());
        set("hadoop.tmp.dir", folder.resolve("tmp").toString());
        set("yarn.nodemanager.log-dirs", folder.resolve("logs").toString());
        set("dfs.replication", "1");
        for (String key : List.of(
                "dfs.namenode.http-address",
                "dfs.datanode.address",
                "dfs.datanode.http.address",
                "dfs.datanode.ipc.address",
                "yarn.nodemanager.address",
                "yarn.nodemanager.localizer.address",
                "yarn.nodemanager.webapp.address")) {
            set(key, "127.0.0.1:0");
        }
        for (String key : List.of(
                "yarn.resourcemanager.address",
                "yarn.resourcemanager.scheduler.address",
                "yarn.resourcemanager.resource-tracker.address",
                "yarn.resourcemanager.admin.address",
                "yarn.resourcemanager.webapp.address")) {
            set(key, FreePort.address());
        }
    }

    private void configureLimits() {
        set("yarn.nodemanager.resource.memory-mb", "8192");
        set("yarn.nodemanager.resource.cpu-vcores", "4");
        set("yarn.scheduler.minimum-allocation-mb", "64");
        // Java reserves far more address space than it uses; what it uses is counted.
        set("yarn.nodemanager.vmem-check-enabled", "false");
        set("yarn.nodemanager.pmem-check-enabled", "true");
        set("yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "99.9");
        set("yarn.scheduler.capacity.root.queues", "default");
        set("yarn.scheduler.capacity.root.default.capacity", "100");
        set("yarn.scheduler.capacity.maximum-am-resource-percent", "1.0");
    }

    private void set(String key, String value) {
        settings.set(key, value);
    }

    private void format() throws Exception {
        try (Daemon format = start("format", "org.apache.hadoop.hdfs.server.namenode.NameNode", "-format", "-force")) {
            format.await("Shutting down NameNode at");
        }
        daemons.clear();
    }

    private Daemon start(String name, String type, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                conf + File.pathSeparator + SparkHome.CLUSTERS.resolve("hadoop/jars/*"),
                type));
        command.addAll(List.of(arguments));
        Daemon daemon = Daemon.start(folder.resolve(name + ".log"), environment(), command);
        daemons.add(daemon);
        return daemon;
    }

    /** Of servers, launcher and containers. */
    Map<String, String> environment() throws Exception {
        Map<String, String> environment = new HashMap<>(SparkHome.environment());
        environment.put("HADOOP_CONF_DIR", conf.toString());
        environment.put("YARN_CONF_DIR", conf.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HADOOP_USER_NAME", System.getProperty("user.name"));
        return environment;
    }

    /** {@code hdfs://…}, without a slash at its end. */
    String root() {
        return settings.get("fs.defaultFS");
    }

    FileSystem files() throws IOException {
        Configuration client = new Configuration();
        client.addResource(
                new org.apache.hadoop.fs.Path(conf.resolve("core-site.xml").toUri()));
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
