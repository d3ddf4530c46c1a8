package dev.outsole.spark;

import dev.outsole.neighbour.NeighbourFunction;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Learns from so many random rows of 784 floats, saves the model, loads it and scores some more; prints how far decision values are from those
 * of a plain loop. A program, so that it has a heap of its own.
 */
final class ManyNeighbours {
    private static final int WIDTH = 784;
    private static final int QUERIES = 2000;
    private static final int CHECKED = 5;
    private static final StructType SCHEMA = new StructType()
            .add("index", DataTypes.LongType)
            .add("features", DataTypes.createArrayType(DataTypes.FloatType));

    private ManyNeighbours() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        try (SparkSession spark = SparkSession.builder()
                .appName("many neighbours")
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
            NearestNeighboursModel fitted = new NearestNeighbours().fit(rows(spark, 0, count));
            fitted.save(args[1]);
            fitted.release();
            NearestNeighboursModel model = NearestNeighboursModel.load(args[1]);
            List<Row> scored = model.transform(rows(spark, count, count + QUERIES))
                    .orderBy("index")
                    .select("decision_value")
                    .collectAsList();
            System.out.println("deviation " + deviation(model.neighbourFunction(), scored, count));
        }
    }

    private static Dataset<Row> rows(SparkSession spark, long from, long to) {
        MapFunction<Long, Row> made = index -> RowFactory.create(index, row(index));
        return spark.range(from, to, 1, 8).map(made, Encoders.row(SCHEMA));
    }

    private static float[] row(long index) {
        SplittableRandom random = new SplittableRandom(index);
        float[] row = new float[WIDTH];
        for (int j = 0; j < WIDTH; j++) {
            row[j] = random.nextInt(1 << 16) / 65536f;
        }
        return row;
    }

    private static double deviation(NeighbourFunction function, List<Row> scored, int count) {
        double worst = 0;
        for (int i = 0; i < CHECKED; i++) {
            float[] query = row(count + i);
            double mean = LongStream.range(0, count)
                    .mapToDouble(index -> distance(query, row(index)))
                    .sorted()
                    .limit(function.k())
                    .average()
                    .orElseThrow();
            double expected = function.expected().intercept() - Math.log(mean);
            worst = Math.max(worst, Math.abs(scored.get(i).getDouble(0) - expected));
        }
        return scored.size() == QUERIES ? worst : Double.NaN;
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += ((double) a[j] - b[j]) * ((double) a[j] - b[j]);
        }
        return Math.sqrt(sum);
    }
}
