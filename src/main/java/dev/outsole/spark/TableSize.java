package dev.outsole.spark;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many rows there are, and how many features each has.
 *
 * @param width of the widest row; 0 without any
 */
record TableSize(long count, int width) implements Serializable {
    /** Of a table that nothing is known of. */
    static final TableSize UNKNOWN = new TableSize(0, 0);

    /** Of a features column, by one Spark job. */
    static TableSize of(Dataset<Row> rows, String column) {
        Dataset<Row> only = rows.select(column);
        Features features = Features.of(only.schema(), column);
        return only.javaRDD().mapPartitions(part -> List.of(of(features, part)).iterator()).collect().stream()
                .reduce(UNKNOWN, TableSize::plus);
    }

    private static TableSize of(Features features, Iterator<Row> rows) {
        TableSize size = UNKNOWN;
        while (rows.hasNext()) {
            size = size.plus(new TableSize(1, features.read(rows.next()).length));
        }
        return size;
    }

    private TableSize plus(TableSize other) {
        return new TableSize(count + other.count, Math.max(width, other.width));
    }
}
