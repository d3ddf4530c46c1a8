package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.gaussian.GaussianFunction;
import dev.outsole.gaussian.RowSums;
import dev.outsole.gaussian.Scatter;
import dev.outsole.gaussian.Shrinkage;
import dev.outsole.gaussian.Whitening;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Training rows of a {@link GaussianDistance}, decoded and kept on the executors until closed. A fit goes over them three times: for their
 * mean, for their covariance, for their distances. Sums are exact or in the order of the rows, so that they are the same each time.
 */
final class GaussianRows implements Closeable {
    private static final int BLOCK = 512;

    /** Blocks of rows {@code [n × d]}, none empty. */
    private final JavaRDD<float[][]> blocks;

    private GaussianRows(JavaRDD<float[][]> blocks) {
        this.blocks = blocks;
    }

    static GaussianRows of(Dataset<Row> rows, String featuresColumn) {
        Dataset<Row> only = rows.select(featuresColumn);
        Features features = Features.of(only.schema(), featuresColumn);
        return new GaussianRows(only.javaRDD()
                .mapPartitions(partition -> blocks(features, partition))
                .persist(StorageLevel.MEMORY_AND_DISK()));
    }

    private static Iterator<float[][]> blocks(Features features, Iterator<Row> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public float[][] next() {
                List<float[]> block = new ArrayList<>(BLOCK);
                do {
                    block.add(features.read(rows.next()));
                } while (block.size() < BLOCK && rows.hasNext());
                return block.toArray(float[][]::new);
            }
        };
    }

    GaussianFunction fit(double contamination) {
        RowSums sums = blocks.map(RowSums::of).collect().stream()
                .reduce(RowSums::plus)
                .orElseThrow(() -> new UserError("Gaussian distance: there are no training rows"));
        GaussianFunction.require(sums);
        Scatter scatter = scatter(sums);
        Shrinkage shrinkage = Shrinkage.ledoitWolf(scatter);
        Whitening whitening = GaussianFunction.whitening(scatter, shrinkage);
        return GaussianFunction.of(whitening, shrinkage, distances(whitening), contamination);
    }

    private Scatter scatter(RowSums sums) {
        double[] mean = sums.mean();
        long count = sums.rows();
        double largest = sums.largest();
        return blocks.mapPartitions(partition -> {
                    Iterable<float[][]> all = () -> partition;
                    return partition.hasNext()
                            ? List.of(Scatter.of(all, mean).rounded(count, largest))
                                    .iterator()
                            : List.<Scatter>of().iterator();
                })
                .treeReduce(Scatter::plus);
    }

    private double[] distances(Whitening whitening) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(blocks.context());
        return Sent.during(
                        spark,
                        whitening,
                        sent -> blocks.map(block -> sent.value().distances(block))
                                .collect())
                .stream()
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    @Override
    public void close() {
        blocks.unpersist();
    }
}
