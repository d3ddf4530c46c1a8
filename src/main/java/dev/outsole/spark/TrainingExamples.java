package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.autoencoder.CollapseCheck;
import dev.outsole.autoencoder.TrainedNetwork;
import dev.outsole.work.Attempt;
import java.io.Closeable;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.nd4j.linalg.dataset.DataSet;
import scala.Tuple2;

/**
 * Rows, decoded and dealt out evenly, one partition a worker, and kept on the executors until closed. Row i goes to worker i mod
 * workers, so that the same rows in the same order always meet the same worker.
 */
final class TrainingExamples implements Closeable {
    private static final int SCORING_BATCH = 256;

    private final JavaSparkContext spark;
    private final JavaRDD<float[][]> shares;
    private final int inputs;
    private final long count;

    private TrainingExamples(JavaSparkContext spark, JavaRDD<float[][]> shares, int inputs, long count) {
        this.spark = spark;
        this.shares = shares;
        this.inputs = inputs;
        this.count = count;
    }

    static TrainingExamples of(JavaRDD<float[]> rows, int workers) {
        JavaRDD<float[][]> shares = rows.zipWithIndex()
                .mapToPair(Tuple2::swap)
                .repartitionAndSortWithinPartitions(new HashPartitioner(workers))
                .values()
                .mapPartitions(
                        share -> Collections.singletonList(WorkerRows.of(share)).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
        return Attempt.of(() -> of(shares, workers, JavaSparkContext.fromSparkContext(rows.context())))
                .ifFailed(() -> shares.unpersist())
                .orThrow();
    }

    private static TrainingExamples of(JavaRDD<float[][]> shares, int workers, JavaSparkContext spark) {
        List<int[]> shapes = shapes(shares);
        long count = shapes.stream().mapToLong(shape -> shape[0]).sum();
        if (count < workers) {
            throw new UserError(
                    "autoencoder: " + count + " training rows for " + workers + " workers; each needs at least one");
        }
        return new TrainingExamples(spark, shares, width(shapes), count);
    }

    /** Rows and features of every share. */
    private static List<int[]> shapes(JavaRDD<float[][]> shares) {
        return shares.mapPartitions(share -> {
                    float[][] rows = WorkerRows.all(share);
                    return List.of(new int[] {rows.length, rows.length == 0 ? 0 : rows[0].length})
                            .iterator();
                })
                .collect();
    }

    private static int width(List<int[]> shapes) {
        int[] widths = shapes.stream().mapToInt(shape -> shape[1]).distinct().toArray();
        if (widths.length > 1) {
            throw new UserError("autoencoder: training rows have " + Arrays.toString(widths)
                    + " features; all must have the same number");
        }
        return widths[0];
    }

    JavaSparkContext spark() {
        return spark;
    }

    /** The rows, one partition for each worker, for DL4J to pass along. */
    JavaRDD<DataSet> shares() {
        return WorkerRows.asDataSets(shares);
    }

    /** Features of a row. */
    int inputs() {
        return inputs;
    }

    long count() {
        return count;
    }

    /** About {@code count} rows, always the same ones, as many of each worker. */
    float[][] sample(int count) {
        int each = 1 + (count - 1) / shares.getNumPartitions();
        return shares.mapPartitions(
                        share -> Stream.of(WorkerRows.all(share)).limit(each).iterator())
                .collect()
                .toArray(float[][]::new);
    }

    /** Mean squared error per entry of a network's reconstruction, over all rows. */
    double loss(TrainedNetwork network) {
        double squaredError = mapBatches(network, (trained, images) -> List.of(trained.squaredError(images))).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return squaredError / (count * (double) inputs);
    }

    /** What a network's embedding of all rows says about a collapse. */
    CollapseCheck check(TrainedNetwork network) {
        return CollapseCheck.of(mapBatches(network, (trained, images) -> Arrays.asList(trained.encode(images)))
                .toArray(float[][]::new));
    }

    /** What a network makes of the rows, a batch at a time, on the executors; all of it comes back to the driver. */
    <R> List<R> mapBatches(TrainedNetwork network, BatchFunction<R> function) {
        return Sent.during(
                spark,
                network,
                sent -> shares.mapPartitions(share -> results(WorkerRows.all(share), sent.value(), function))
                        .collect());
    }

    private static <R> Iterator<R> results(float[][] rows, TrainedNetwork network, BatchFunction<R> function) {
        return IntStream.iterate(0, start -> start < rows.length, start -> start + SCORING_BATCH)
                .mapToObj(start -> Arrays.copyOfRange(rows, start, Math.min(start + SCORING_BATCH, rows.length)))
                .flatMap(batch -> function.apply(network, batch).stream())
                .iterator();
    }

    /** From images {@code [n × inputs]} to any number of results. */
    interface BatchFunction<R> extends Serializable {
        List<R> apply(TrainedNetwork network, float[][] images);
    }

    @Override
    public void close() {
        shares.unpersist();
    }
}
