package dev.outsole.job;

import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The tables of a sweep. */
final class SweepTables {
    /** With the seconds that each model took, which no two sweeps have alike. */
    private static final List<SweepColumn> TIMED = Stream.concat(
                    SweepColumn.ALL.stream(),
                    Stream.of(SweepColumn.ofModel("seconds", DataTypes.DoubleType, ModelResult::totalSeconds)))
            .toList();
    /** Of {@link #timedValues}. */
    static final StructType TIMED_PAIRS = schema();

    private static final String[] ONE_VS_REST = {"detector", "normal", "seed", "auc"};

    private final List<ModelResult> results;

    SweepTables(List<ModelResult> results) {
        this.results = results;
    }

    private static StructType schema() {
        StructType schema = new StructType();
        for (SweepColumn column : TIMED) {
            schema = schema.add(column.name(), column.type());
        }
        return schema;
    }

    /** A row for each detector, pair of classes and seed. */
    Dataset<Row> pairs(SparkSession spark) {
        List<Row> rows = rows(TIMED).stream().map(RowFactory::create).toList();
        return spark.createDataFrame(rows, TIMED_PAIRS).coalesce(1);
    }

    /** A row of {@link #TIMED_PAIRS}. */
    static Object[] timedValues(ModelResult result, PairFigures pair) {
        return values(TIMED, result, pair);
    }

    private static Object[] values(List<SweepColumn> columns, ModelResult result, PairFigures pair) {
        return columns.stream()
                .map(column -> column.value().apply(result, pair))
                .toArray();
    }

    private List<Object[]> rows(List<SweepColumn> columns) {
        List<Object[]> rows = new ArrayList<>();
        results.forEach(result -> result.pairs().forEach(pair -> rows.add(values(columns, result, pair))));
        return rows;
    }

    /** The same rows as text, without the seconds: the same sweep gives the same bytes. */
    void writePairs(OutputStream out) {
        String[] header = SweepColumn.ALL.stream().map(SweepColumn::name).toArray(String[]::new);
        CsvTable.write(out, header, rows(SweepColumn.ALL));
    }

    /** A row for each model. */
    void writeOneVsRest(OutputStream out) {
        CsvTable.write(
                out,
                ONE_VS_REST,
                results.stream()
                        .map(result ->
                                new Object[] {result.detector(), result.normal(), result.seed(), result.oneVsRest()})
                        .toList());
    }
}
