package dev.outsole.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** The settings of HDFS and YARN, as files: every address on loopback. */
final class HadoopSettings {
    private final Path home;
    private final Path folder;
    private final Configuration settings = new Configuration(false);

    HadoopSettings(Path home) throws IOException {
        this.home = home;
        this.folder = Files.createDirectories(home.resolve("conf"));
        configureAddresses();
        configureLimits();
        for (String file : List.of("core-site.xml", "hdfs-site.xml", "yarn-site.xml", "capacity-scheduler.xml")) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(file))) {
                settings.writeXml(out);
            }
        }
        Files.writeString(folder.resolve("log4j.properties"), """
                log4j.rootLogger=INFO, console
                log4j.appender.console=org.apache.log4j.ConsoleAppender
                log4j.appender.console.layout=org.apache.log4j.PatternLayout
                log4j.appender.console.layout.ConversionPattern=%d %p %c{1}: %m%n
                """);
        // Folders of the web pages, which nobody looks at here.
        Files.createDirectories(folder.resolve("webapps/hdfs"));
        Files.createDirectories(folder.resolve("webapps/datanode"));
    }

    private void configureAddresses() throws IOException {
        set("fs.defaultFS", "hdfs://" + FreePort.address());
        set("hadoop.tmp.dir", home.resolve("tmp").toString());
        set("yarn.nodemanager.log-dirs", home.resolve("logs").toString());
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
        // Containers are granted, and missed, when a node reports: each second by default.
        set("yarn.resourcemanager.nodemanagers.heartbeat-interval-ms", "100");
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

    /** Where the files are. */
    Path folder() {
        return folder;
    }

    /** {@code hdfs://…}, without a slash at its end. */
    String root() {
        return settings.get("fs.defaultFS");
    }
}
