package dev.outsole.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that several units of work read, side by side: the first has the executors keep them, the last lets them go. Spark itself keeps equal data
 * sets once, and the first to let go would take them from all others.
 */
public final class SharedTables<K> {
    private final Map<K, Held> held = new HashMap<>();

    /** Rows that are kept until as many have let go of them as have asked. */
    public final class Held implements AutoCloseable {
        private final K key;
        private final Dataset<Row> rows;
        private int readers;

        private Held(K key, Dataset<Row> rows) {
            this.key = key;
            this.rows = rows;
        }

        /** The rows. */
        public Dataset<Row> rows() {
            return rows;
        }

        @Override
        public void close() {
            synchronized (held) {
                if (--readers == 0) {
                    held.remove(key);
                    rows.unpersist();
                }
            }
        }
    }

    /** Those of this key, which the first one who asks has to bring. */
    public Held hold(K key, Supplier<Dataset<Row>> rows) {
        synchronized (held) {
            Held found =
                    held.computeIfAbsent(key, absent -> new Held(key, rows.get().cache()));
            found.readers++;
            return found;
        }
    }
}
