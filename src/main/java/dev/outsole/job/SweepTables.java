package dev.outsole.job;

import dev.outsole.result.Confusion;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The tables of a sweep: a row for each detector, pair of classes and seed. */
final class SweepTables {
    private static final StructType PAIRS = new StructType()
            .add("detector", DataTypes.StringType)
            .add("normal", DataTypes.StringType)
            .add("abnormal", DataTypes.StringType)
            .add("seed", DataTypes.LongType)
            .add("auc", DataTypes.DoubleType)
            .add("average_precision", DataTypes.DoubleType)
            .add("caught_at_5_percent_false_alarms", DataTypes.DoubleType)
            .add("abnormal_caught", DataTypes.LongType)
            .add("abnormal_missed", DataTypes.LongType)
            .add("normal_rejected", DataTypes.LongType)
            .add("normal_kept", DataTypes.LongType)
            .add("auc_low", DataTypes.DoubleType)
            .add("auc_high", DataTypes.DoubleType)
            .add("loss", DataTypes.DoubleType)
            .add("restarts", DataTypes.IntegerType)
            .add("collapsed", DataTypes.BooleanType);
    /** The same with the seconds of its model. */
    static final StructType TIMED_PAIRS = PAIRS.add("seconds", DataTypes.DoubleType);

    private static final String[] ONE_VS_REST = {"detector", "normal", "seed", "auc"};

    private final List<ModelResult> results;

    SweepTables(List<ModelResult> results) {
        this.results = results;
    }

    /** With the seconds that each model took, which no two sweeps have alike. */
    Dataset<Row> pairs(SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        results.forEach(result ->
                result.pairs().forEach(pair -> rows.add(RowFactory.create(timedValues(result, pair)))));
        return spark.createDataFrame(rows, TIMED_PAIRS).coalesce(1);
    }

    /** A row of {@link #TIMED_PAIRS}. */
    static Object[] timedValues(ModelResult result, PairFigures pair) {
        Object[] values = values(result, pair);
        Object[] timed = Arrays.copyOf(values, values.length + 1);
        timed[values.length] = result.totalSeconds();
        return timed;
    }

    private static Object[] values(ModelResult result, PairFigures pair) {
        Confusion confusion = pair.confusion();
        return new Object[] {
            result.detector(),
            result.normal(),
            pair.abnormal(),
            result.seed(),
            pair.auc(),
            pair.averagePrecision(),
            pair.caughtAt5PercentFalseAlarms(),
            confusion.abnormalCaught(),
            confusion.abnormalMissed(),
            confusion.normalRejected(),
            confusion.normalKept(),
            pair.interval().low(),
            pair.interval().high(),
            result.training() == null ? null : result.training().finalLoss(),
            result.restarts(),
            result.collapsed()
        };
    }

    /** The same rows as text, without the seconds: the same sweep gives the same bytes. */
    void writePairs(OutputStream out) {
        List<Object[]> rows = new ArrayList<>();
        results.forEach(result -> result.pairs().forEach(pair -> rows.add(values(result, pair))));
        CsvTable.write(out, PAIRS.fieldNames(), rows);
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
