package dev.outsole.job;

import dev.outsole.history.DetectorMean;
import dev.outsole.history.Finding;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Judgement;
import dev.outsole.history.Night;
import dev.outsole.history.PairAuc;
import dev.outsole.history.PairKey;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;

/**
 * The history's table: for each night a row for every detector, pair and seed, with the columns of a sweep's results ({@code kind} =
 * {@code pair}), and one row for the night itself ({@code kind} = {@code night}).
 */
final class HistoryRows {
    /**
     * Of the table's layout. Columns may be added without a new one: where a file lacks them, they read as null. Format 2 has kinds of findings
     * that readers of format 1 don't know.
     */
    static final int FORMAT = 2;

    static final String PAIR = "pair";
    static final String NIGHT = "night";

    private static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType);
    private static final DataType TEXT_MAP = DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);
    private static final StructType MEAN = new StructType()
            .add("detector", DataTypes.StringType)
            .add("seed", DataTypes.LongType)
            .add("pairs", DataTypes.IntegerType)
            .add("auc", DataTypes.DoubleType)
            .add("trained", DataTypes.BooleanType);
    private static final StructType FINDING = new StructType()
            .add("kind", DataTypes.StringType)
            .add("size", DataTypes.DoubleType)
            .add("text", DataTypes.StringType);

    private static final StructType COMMON = new StructType()
            .add("format", DataTypes.IntegerType)
            .add("kind", DataTypes.StringType)
            .add("date", DataTypes.DateType)
            .add("run", DataTypes.StringType);
    private static final StructType OF_NIGHT = new StructType()
            .add("directory", DataTypes.StringType)
            .add("version", DataTypes.StringType)
            .add("start", DataTypes.StringType)
            .add("settings_hash", DataTypes.StringType)
            .add("settings", TEXT_MAP)
            .add("data_sha256", TEXT_MAP)
            .add("phase_seconds", DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType))
            .add("hosts", DataTypes.IntegerType)
            .add("arithmetic", TEXTS)
            .add("means", DataTypes.createArrayType(MEAN))
            .add("collapsed_models", TEXTS)
            .add("failed_models", TEXT_MAP)
            .add("status", DataTypes.StringType)
            .add("findings", DataTypes.createArrayType(FINDING))
            .add("compared_nights", DataTypes.IntegerType)
            .add("uncompared", TEXTS);

    /** All columns. */
    static final StructType SCHEMA = schema();

    /** What {@link #night(Row)} needs. */
    static final List<String> NIGHT_COLUMNS = Stream.concat(
                    Stream.of("date", "run"), Arrays.stream(OF_NIGHT.fieldNames()))
            .toList();
    /** What {@link #pair(Row)} and {@link #date} need. */
    static final List<String> PAIR_COLUMNS = List.of("date", "detector", "normal", "abnormal", "seed", "auc", "stages");

    private HistoryRows() {}

    private static StructType schema() {
        StructType schema = COMMON;
        for (StructType part : List.of(SweepTables.TIMED_PAIRS, new StructType().add("stages", TEXTS), OF_NIGHT)) {
            for (var field : part.fields()) {
                schema = schema.add(field);
            }
        }
        return schema;
    }

    /** A pair's row. */
    static Row pair(Night night, Object[] values, List<String> stages) {
        Object[] row = common(PAIR, night);
        System.arraycopy(values, 0, row, COMMON.size(), values.length);
        row[SCHEMA.fieldIndex("stages")] = stages.toArray();
        return RowFactory.create(row);
    }

    private static Object[] common(String kind, Night night) {
        Object[] row = new Object[SCHEMA.size()];
        row[0] = FORMAT;
        row[1] = kind;
        row[2] = Date.valueOf(night.date());
        row[3] = night.run();
        return row;
    }

    /** The night's own row. */
    static Row night(JudgedNight judged) {
        Night night = judged.night();
        Object[] row = common(NIGHT, night);
        Object[] own = {
            night.directory(),
            night.version(),
            night.start(),
            night.settingsHash(),
            scala(night.settings()),
            scala(night.dataSha256()),
            scala(night.seconds()),
            night.hosts(),
            night.arithmetic().toArray(),
            night.means().stream().map(HistoryRows::mean).toArray(),
            night.collapsed().toArray(),
            scala(night.failed()),
            judged.judgement().status().name(),
            judged.judgement().findings().stream().map(HistoryRows::finding).toArray(),
            judged.judgement().compared(),
            judged.judgement().uncompared().toArray()
        };
        System.arraycopy(own, 0, row, SCHEMA.size() - own.length, own.length);
        return RowFactory.create(row);
    }

    private static Object scala(Map<String, ?> map) {
        return JavaConverters.mapAsScalaMapConverter(map).asScala();
    }

    private static Row mean(DetectorMean mean) {
        return RowFactory.create(mean.detector(), mean.seed(), mean.pairs(), mean.auc(), mean.trained());
    }

    private static Row finding(Finding finding) {
        return RowFactory.create(finding.kind().name(), finding.size(), finding.text());
    }

    /** The night of its own row. */
    static JudgedNight night(Row row) {
        Night night = new Night(
                date(row),
                text(row, "run"),
                text(row, "directory"),
                text(row, "version"),
                text(row, "start"),
                text(row, "settings_hash"),
                map(row, "settings"),
                map(row, "data_sha256"),
                map(row, "phase_seconds"),
                row.<Integer>getAs("hosts"),
                list(row, "arithmetic"),
                HistoryRows.<Row>list(row, "means").stream()
                        .map(mean -> new DetectorMean(
                                mean.getString(0),
                                mean.getLong(1),
                                mean.getInt(2),
                                mean.getDouble(3),
                                mean.getBoolean(4)))
                        .toList(),
                list(row, "collapsed_models"),
                map(row, "failed_models"));
        return new JudgedNight(night, judgement(row));
    }

    private static Judgement judgement(Row row) {
        return new Judgement(
                Judgement.Status.valueOf(text(row, "status")),
                HistoryRows.<Row>list(row, "findings").stream()
                        .map(finding -> new Finding(
                                Finding.Kind.valueOf(finding.getString(0)), finding.getDouble(1), finding.getString(2)))
                        .toList(),
                row.<Integer>getAs("compared_nights"),
                list(row, "uncompared"));
    }

    static LocalDate date(Row row) {
        return row.<Date>getAs("date").toLocalDate();
    }

    /** The figure of a pair's row. */
    static PairAuc pair(Row row) {
        return new PairAuc(
                new PairKey(text(row, "detector"), text(row, "normal"), text(row, "abnormal")),
                row.<Long>getAs("seed"),
                row.<Double>getAs("auc"),
                list(row, "stages"));
    }

    private static String text(Row row, String column) {
        return row.<String>getAs(column);
    }

    private static <V> Map<String, V> map(Row row, String column) {
        int index = row.fieldIndex(column);
        return row.isNullAt(index) ? Map.of() : row.getJavaMap(index);
    }

    private static <V> List<V> list(Row row, String column) {
        int index = row.fieldIndex(column);
        return row.isNullAt(index) ? List.of() : row.getList(index);
    }
}
