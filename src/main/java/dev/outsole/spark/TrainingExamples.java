package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.TrainedNetwork;
import java.io.Closeable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The training rows, decoded and dealt out evenly, one partition a worker, and kept on the executors until closed. Row i goes to worker
 * i mod workers, so that the same rows in the same order always meet the same worker.
 */
final class TrainingExamples implements Closeable {
    private static final int SCORING_BATCH = 256;

    private final JavaSparkContext spark;
    private final JavaRDD<float[]> partitions;
    private final int inputs;
    private final long count;

    private TrainingExamples(JavaSparkContext spark, JavaRDD<float[]> partitions, int inputs, long count) {
        this.spark = spark;
        this.partitions = partitions;
        this.inputs = inputs;
        this.count = count;
    }

    static TrainingExamples of(Dataset<Row> rows, String featuresColumn, int workers) {
        Dataset<Row> only = rows.select(featuresColumn);
        Features features = Features.of(only.schema(), featuresColumn);
        JavaPairRDD<Long, float[]> numbered =
                only.javaRDD().map(features::read).zipWithIndex().mapToPair(scala.Tuple2::swap);
        JavaRDD<float[]> partitions = numbered.repartitionAndSortWithinPartitions(new HashPartitioner(workers))
                .values()
                .persist(StorageLevel.MEMORY_AND_DISK());
        long count = partitions.count();
        if (count < workers) {
            partitions.unpersist();
            throw new UserError(
                    "autoencoder: " + count + " training rows for " + workers + " workers; each needs at least one");
        }
        return new TrainingExamples(
                JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext()),
                partitions,
                partitions.first().length,
                count);
    }

    JavaSparkContext spark() {
        return spark;
    }

    /** Features of a row. */
    int inputs() {
        return inputs;
    }

    long count() {
        return count;
    }

    /** Each worker's minibatches from its {@code first} one on, up to {@code steps} of them; every epoch shuffles its rows anew. */
    JavaRDD<DataSet> minibatches(AutoencoderOptions options, int epoch, int first, int steps) {
        int width = inputs;
        return partitions.mapPartitionsWithIndex(
                (partition, rows) -> {
                    List<float[]> shuffled = new ArrayList<>();
                    rows.forEachRemaining(shuffled::add);
                    Collections.shuffle(shuffled, new Random(mix(options.seed(), epoch, partition)));
                    return batches(shuffled, options.batchSize())
                            .skip(first)
                            .limit(steps)
                            .map(batch -> dataSet(batch, width))
                            .iterator();
                },
                true);
    }

    /** Neighbouring seeds of {@link Random} give alike sequences, so the three numbers are mixed well. */
    private static long mix(long seed, int epoch, int partition) {
        return new java.util.SplittableRandom(seed * 1_000_003 + epoch * 10_007L + partition).nextLong();
    }

    private static DataSet dataSet(float[][] batch, int width) {
        for (float[] row : batch) {
            if (row.length != width) {
                throw new UserError("autoencoder: a training row has " + row.length + " features, the first has "
                        + width + "; all rows must have the same length");
            }
        }
        INDArray images = Nd4j.createFromArray(batch);
        return new DataSet(images, images); // an autoencoder's target is its input
    }

    /** What a network makes of the rows, a batch at a time, on the executors; all of it comes back to the driver. */
    <R> List<R> mapBatches(TrainedNetwork network, BatchFunction<R> function) {
        Broadcast<TrainedNetwork> shared = spark.broadcast(network);
        try {
            return partitions
                    .mapPartitions(rows -> results(rows, shared.value(), function))
                    .collect();
        } finally {
            shared.destroy();
        }
    }

    private static <R> Iterator<R> results(Iterator<float[]> rows, TrainedNetwork network, BatchFunction<R> function) {
        List<float[]> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        return batches(all, SCORING_BATCH)
                .flatMap(batch -> function.apply(network, batch).stream())
                .iterator();
    }

    private static java.util.stream.Stream<float[][]> batches(List<float[]> rows, int size) {
        return java.util.stream.IntStream.iterate(0, start -> start < rows.size(), start -> start + size)
                .mapToObj(start ->
                        rows.subList(start, Math.min(start + size, rows.size())).toArray(float[][]::new));
    }

    /** From images {@code [n × inputs]} to any number of results. */
    interface BatchFunction<R> extends Serializable {
        List<R> apply(TrainedNetwork network, float[][] images);
    }

    @Override
    public void close() {
        partitions.unpersist();
    }
}
