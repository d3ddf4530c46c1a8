package dev.outsole.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows on the driver, in their order.
 *
 * @param features {@code [n × d]}; not copied
 * @param complexities one for each row, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
record MeasuredRows(float[][] features, double[] complexities) {

    /** One of them. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Measured(float[] features, double[] complexity) implements Serializable {}

    /**
     * Brings all rows of a data set.
     *
     * @param complexityColumn empty: there is none
     */
    static MeasuredRows collect(Dataset<Row> rows, String featuresColumn, String complexityColumn) {
        Features features = Features.of(rows.schema(), featuresColumn);
        Complexities complexities = Complexities.of(rows.schema(), complexityColumn);
        List<Measured> measured = rows.javaRDD()
                .map(row -> new Measured(features.read(row), complexities.read(List.of(row))))
                .collect();
        return new MeasuredRows(
                measured.stream().map(Measured::features).toArray(float[][]::new),
                measured.stream()
                        .flatMapToDouble(row -> Arrays.stream(row.complexity()))
                        .toArray());
    }
}
