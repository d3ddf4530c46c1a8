package dev.outsole.spark;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of the test JVM: two cores, no UI, loopback only. Spark's shutdown hook stops it. */
public final class TestSession {
    private static final SparkSession SESSION = SparkSession.builder()
            .master("local[2, 2]") // a task may fail once
            .appName("outsole tests")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.executor.killOnFatalError.depth", "0") // as Sessions has it: an error in a task ends no JVM
            .getOrCreate();

    private TestSession() {}

    public static SparkSession spark() {
        return SESSION;
    }

    static Configuration hadoop() {
        return SESSION.sparkContext().hadoopConfiguration();
    }
}
