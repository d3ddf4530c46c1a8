package dev.outsole.spark;

import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * What a model has learnt: sent to the executors once, however many data sets it is applied to, and taken back at the end of the unit of work
 * ({@link ClusterMemory}), or else with the garbage.
 */
final class SharedValue<T extends Serializable> implements Serializable {
    private static final long serialVersionUID = 1;

    private final T value;
    private transient @Nullable Broadcast<T> broadcast;

    SharedValue(T value) {
        this.value = value;
    }

    synchronized Broadcast<T> broadcast(SparkSession spark) {
        if (broadcast == null) {
            broadcast = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(value);
            ClusterMemory.atEnd(this::release);
        }
        return broadcast;
    }

    /** Takes it back from everywhere; it can be sent again. */
    synchronized void release() {
        if (broadcast != null) {
            broadcast.destroy();
            broadcast = null;
        }
    }
}
