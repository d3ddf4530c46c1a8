package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.result.RocPoint;
import dev.outsole.result.Score;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Scores and ROC points between Spark's rows and plain values. */
public final class ScoreRows {
    static final StructType SCORES = new StructType()
            .add("index", DataTypes.IntegerType)
            .add("label", DataTypes.IntegerType)
            .add("detector", DataTypes.StringType)
            .add("decision_value", DataTypes.DoubleType)
            .add("prediction", DataTypes.DoubleType)
            .add("embedding", DataTypes.createArrayType(DataTypes.FloatType, false), true);
    static final StructType ROC = new StructType()
            .add("detector", DataTypes.StringType)
            .add("threshold", DataTypes.DoubleType)
            .add("fpr", DataTypes.DoubleType)
            .add("tpr", DataTypes.DoubleType);

    private ScoreRows() {}

    /**
     * What a detector's pipeline made of the images of a test split.
     *
     * @throws UserError if a row has lost its index, label or prediction
     */
    public static List<Score> collect(String detector, Dataset<Row> transformed) {
        boolean embedded = Arrays.asList(transformed.columns()).contains("embedding");
        String[] more = embedded
                ? new String[] {"label", "decision_value", "prediction", "embedding"}
                : new String[] {"label", "decision_value", "prediction"};
        List<Score> scores = transformed.select("index", more).collectAsList().stream()
                .map(row -> score(detector, row, embedded))
                .toList();
        JobMetrics.current().imagesScored(scores.size());
        return scores;
    }

    /**
     * What a detector's pipeline made of some images, as their decision values alone.
     *
     * @throws UserError if one isn't finite
     */
    public static List<Double> decisionValues(String detector, Dataset<Row> transformed) {
        return transformed.select("decision_value").collectAsList().stream()
                .map(row -> {
                    if (row.isNullAt(0) || !Double.isFinite(row.getDouble(0))) {
                        throw new UserError("the detector " + detector + " gave an image the decision value "
                                + row.get(0) + ": mend it, or leave it out");
                    }
                    return row.getDouble(0);
                })
                .toList();
    }

    private static Score score(String detector, Row row, boolean embedded) {
        for (int column = 0; column < 4; column++) {
            if (row.isNullAt(column)) {
                throw new UserError("the detector " + detector + " gave a row in which index, label, decision value or"
                        + " prediction is null, " + row + ": mend it, or leave it out");
            }
        }
        List<Float> embedding = embedded && !row.isNullAt(4) ? row.getList(4) : List.of();
        return new Score(row.getInt(0), row.getInt(1), row.getDouble(2), row.getDouble(3) > 0, embedding);
    }

    /** What {@link #scores} wrote, by detector. */
    public static Map<String, List<Score>> read(SparkSession spark, Path path) {
        return ParquetFiles.read(spark, SCORES, path).collectAsList().stream()
                .collect(Collectors.groupingBy(
                        row -> row.getString(2),
                        LinkedHashMap::new,
                        Collectors.mapping(ScoreRows::stored, Collectors.toList())));
    }

    /** What {@link #scores} wrote into each of many folders, in the order of the images; by one Spark job. */
    public static <K> Map<K, List<Score>> read(SparkSession spark, Map<K, Path> folders) throws IOException {
        Map<K, List<Score>> scores = new LinkedHashMap<>();
        ParquetFolders.read(spark, SCORES, folders)
                .forEach((key, rows) -> scores.put(
                        key,
                        rows.stream()
                                .map(ScoreRows::stored)
                                .sorted(Comparator.comparingInt(Score::index))
                                .toList()));
        return scores;
    }

    private static Score stored(Row row) {
        List<Float> embedding = row.isNullAt(5) ? List.of() : row.getList(5);
        return new Score(row.getInt(0), row.getInt(1), row.getDouble(3), row.getDouble(4) > 0, embedding);
    }

    /** Scores by detector, one row each; {@code embedding} is null for a detector without one. */
    public static Dataset<Row> scores(SparkSession spark, Map<String, List<Score>> scores) {
        List<Row> rows = new ArrayList<>();
        scores.forEach((detector, list) -> list.forEach(score -> rows.add(row(detector, score))));
        return inOneTask(spark, rows, SCORES);
    }

    private static Row row(String detector, Score score) {
        return RowFactory.create(
                score.index(),
                score.label(),
                detector,
                score.decisionValue(),
                score.predictedNormal() ? 1.0 : 0.0,
                score.embedding().isEmpty() ? null : score.embedding().toArray());
    }

    /** ROC curves by detector, one row a point. */
    public static Dataset<Row> roc(SparkSession spark, Map<String, List<RocPoint>> curves) {
        List<Row> rows = new ArrayList<>();
        curves.forEach((detector, curve) -> curve.forEach(
                point -> rows.add(RowFactory.create(detector, point.threshold(), point.fpr(), point.tpr()))));
        return inOneTask(spark, rows, ROC);
    }

    /** For one file. The rows travel as a broadcast, since Spark wants its tasks small. */
    private static Dataset<Row> inOneTask(SparkSession spark, List<Row> rows, StructType schema) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<Row[]> shared = context.broadcast(rows.toArray(Row[]::new));
        ClusterMemory.atEnd(shared::destroy);
        FlatMapFunction<Integer, Row> all = task -> List.of(shared.value()).iterator();
        return spark.createDataFrame(context.parallelize(List.of(0), 1).flatMap(all), schema);
    }
}
