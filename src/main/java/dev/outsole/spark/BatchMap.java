package dev.outsole.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Adds columns to rows, computed from their features a batch at a time: one call for many rows, few rows in memory. */
final class BatchMap {
    /** Enough that what a call sets up costs little; a multiple of what models take at once, so that it doesn't change their last bits. */
    private static final int BATCH = 1024;

    private BatchMap() {}

    /** From features {@code [n × d]} to the new columns' values {@code [n × columns]}. */
    interface Function extends Serializable {
        Object[][] apply(float[][] features);
    }

    /** From rows to the new columns' values {@code [n × columns]}. */
    interface RowsFunction extends Serializable {
        Object[][] apply(List<Row> rows);
    }

    /** The rows, each with the added columns at its end; {@code schema} is the one with these columns. */
    static Dataset<Row> append(Dataset<?> dataset, StructType schema, String featuresColumn, Function function) {
        Features features = Features.of(dataset.schema(), featuresColumn);
        return append(dataset, schema, rows -> function.apply(features.read(rows)));
    }

    /** The same, computed from more than the features. */
    static Dataset<Row> append(Dataset<?> dataset, StructType schema, RowsFunction function) {
        MapPartitionsFunction<Row, Row> perPartition = partition -> new Batches(partition, function);
        return dataset.toDF().mapPartitions(perPartition, Encoders.row(schema));
    }

    /** The extended rows of one partition. */
    private static final class Batches implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final RowsFunction function;
        private Iterator<Row> batch = List.<Row>of().iterator();

        Batches(Iterator<Row> rows, RowsFunction function) {
            this.rows = rows;
            this.function = function;
        }

        @Override
        public boolean hasNext() {
            return batch.hasNext() || rows.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (!batch.hasNext()) {
                batch = nextBatch();
            }
            return batch.next();
        }

        private Iterator<Row> nextBatch() {
            List<Row> taken = new ArrayList<>(BATCH);
            while (taken.size() < BATCH && rows.hasNext()) {
                taken.add(rows.next());
            }
            Object[][] added = function.apply(taken);
            List<Row> extended = new ArrayList<>(taken.size());
            for (int i = 0; i < taken.size(); i++) {
                extended.add(append(taken.get(i), added[i]));
            }
            return extended.iterator();
        }

        private static Row append(Row row, Object[] added) {
            Object[] values = new Object[row.size() + added.length];
            for (int i = 0; i < row.size(); i++) {
                values[i] = row.get(i);
            }
            System.arraycopy(added, 0, values, row.size(), added.length);
            return RowFactory.create(values);
        }
    }
}
