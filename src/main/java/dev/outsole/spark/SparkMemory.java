package dev.outsole.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/**
 * What memory there is.
 *
 * @param isLocal whether executor and driver are one JVM
 * @param driver most bytes of its heap
 * @param executor most bytes of an executor's heap
 */
public record SparkMemory(boolean isLocal, long driver, long executor) {
    static final long GIBI = 1L << 30;

    /** As it is in this session, whose driver is this JVM. */
    public static SparkMemory of(SparkContext spark) {
        SparkConf conf = spark.conf();
        long driver = Runtime.getRuntime().maxMemory();
        long executor = conf.getSizeAsBytes("spark.executor.memory", "1g");
        return new SparkMemory(spark.isLocal(), driver, spark.isLocal() ? driver : executor);
    }
}
