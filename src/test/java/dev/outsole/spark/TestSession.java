package dev.outsole.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of the test JVM: two cores, no UI, loopback only. Spark's shutdown hook stops it. */
public final class TestSession {
    private static SparkSession session = start();

    private TestSession() {}

    private static SparkSession start() {
        return SparkSession.builder()
                .master("local[2, 2]") // a task may fail once
                .appName("outsole tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config(
                        "spark.executor.killOnFatalError.depth",
                        "0") // as Sessions has it: an error in a task ends no JVM
                .getOrCreate();
    }

    /** Begins a new one if a program of the documentation, which closes what it uses, has run in this JVM. */
    public static synchronized SparkSession spark() {
        if (session.sparkContext().isStopped()) {
            session = start();
        }
        return session;
    }

    static Configuration hadoop() {
        return spark().sparkContext().hadoopConfiguration();
    }
}
