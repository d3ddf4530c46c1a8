package dev.outsole.spark;

import dev.outsole.UserError;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One worker's rows as DL4J-Spark passes them along. They stay plain arrays, which Spark can account for and no one closes; ND4J's own
 * are made when asked for. An autoencoder's labels are its features.
 */
final class WorkerDataSet extends DataSet {
    private static final long serialVersionUID = 1;

    private final float[][] rows;

    private WorkerDataSet(float[][] rows) {
        this.rows = rows;
    }

    /**
     * The rows of one partition as one data set.
     *
     * @throws UserError if they differ in length or an entry isn't finite
     */
    static DataSet of(Iterator<float[]> partition) {
        float[][] rows = Stream.generate(() -> partition)
                .takeWhile(Iterator::hasNext)
                .map(Iterator::next)
                .toArray(float[][]::new);
        for (float[] row : rows) {
            check(row, rows[0].length);
        }
        return new WorkerDataSet(rows);
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

    /** The rows of the data sets of a partition, {@code [n × inputs]}. */
    static float[][] rows(Iterator<DataSet> dataSets) {
        List<float[][]> all = Stream.generate(() -> dataSets)
                .takeWhile(Iterator::hasNext)
                .map(Iterator::next)
                .map(WorkerDataSet::rows)
                .toList();
        return all.size() == 1 ? all.get(0) : all.stream().flatMap(Stream::of).toArray(float[][]::new);
    }

    private static float[][] rows(DataSet dataSet) {
        return dataSet instanceof WorkerDataSet own
                ? own.rows
                : dataSet.getFeatures().toFloatMatrix();
    }

    @Override
    public INDArray getFeatures() {
        return Nd4j.createFromArray(rows);
    }

    @Override
    public INDArray getLabels() {
        return getFeatures();
    }

    @Override
    public int numExamples() {
        return rows.length;
    }
}
