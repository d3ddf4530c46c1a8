package dev.outsole.spark;

import dev.outsole.UserError;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.nd4j.linalg.dataset.DataSet;

/**
 * One worker's rows as plain arrays, {@code [n × inputs]}, which Spark can account for and no one closes.
 *
 * <p>DL4J-Spark has RDDs of data sets, and only passes them along to a training master of ours. To make a data set means to load ND4J's
 * native code, 324 MB that every executor would unpack and never use. So the arrays travel under the data sets' name, which an RDD doesn't
 * look at; whoever wants data sets from it gets a {@link ClassCastException}.
 */
final class WorkerRows {

    private WorkerRows() {}

    /**
     * The rows of one partition.
     *
     * @throws UserError if they differ in length or an entry isn't finite
     */
    static float[][] of(Iterator<float[]> partition) {
        float[][] rows = stream(partition).toArray(float[][]::new);
        for (float[] row : rows) {
            check(row, rows[0].length);
        }
        return rows;
    }

    private static <T> Stream<T> stream(Iterator<T> elements) {
        return Stream.generate(() -> elements).takeWhile(Iterator::hasNext).map(Iterator::next);
    }

    private static void check(float[] row, int width) {
        if (row.length != width) {
            throw new UserError("autoencoder: a training row has " + row.length + " features, another " + width
                    + "; all must have the same number");
        }
        for (float feature : row) {
            if (!Float.isFinite(feature)) {
                throw new UserError("autoencoder: a training row holds " + feature + "; all features must be finite");
            }
        }
    }

    /** All rows of a partition of shares. */
    static float[][] all(Iterator<float[][]> shares) {
        List<float[][]> all = stream(shares).toList();
        return all.size() == 1 ? all.get(0) : all.stream().flatMap(Stream::of).toArray(float[][]::new);
    }

    /** For DL4J to pass along. */
    @SuppressWarnings("unchecked")
    static JavaRDD<DataSet> asDataSets(JavaRDD<float[][]> shares) {
        return (JavaRDD<DataSet>) (JavaRDD<?>) shares;
    }

    /** What {@link #asDataSets} was given. */
    @SuppressWarnings("unchecked")
    static JavaRDD<float[][]> ofDataSets(JavaRDD<DataSet> shares) {
        return (JavaRDD<float[][]>) (JavaRDD<?>) shares;
    }
}
