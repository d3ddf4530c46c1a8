package dev.outsole.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows on the driver, in their order.
 *
 * @param rows what was read of each
 * @param complexities one for each row, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record MeasuredRows<T>(List<T> rows, double[] complexities) {

    /** One of them. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Measured<T>(T row, double[] complexity) implements Serializable {}

    /**
     * Brings all rows of a data set.
     *
     * @param reader of a row; it runs on the executors
     * @param complexityColumn empty: there is none
     */
    static <T> MeasuredRows<T> collect(Dataset<Row> rows, Function<Row, T> reader, String complexityColumn) {
        Complexities complexities = Complexities.of(rows.schema(), complexityColumn);
        List<Measured<T>> measured = rows.javaRDD()
                .map(row -> new Measured<>(reader.call(row), complexities.read(List.of(row))))
                .collect();
        return new MeasuredRows<>(
                measured.stream().map(Measured::row).toList(),
                measured.stream()
                        .flatMapToDouble(row -> Arrays.stream(row.complexity()))
                        .toArray());
    }
}
