package dev.outsole.spark;

import dev.outsole.UserError;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;

/** What is known of a pipeline's fit before it begins: how many rows it learns from, how long they are, and what memory there is. */
public final class FitOutlook {
    private final String detector;
    private final long rows;
    private final SparkMemory memory;
    /** Features of a row, by the column that holds them. */
    private final Map<String, Integer> widths = new HashMap<>();

    /**
     * For a detector that learns from images.
     *
     * @param detector its name, for messages
     * @param column that holds the pixels of an image
     * @param pixels of an image
     */
    public FitOutlook(String detector, long rows, String column, int pixels, SparkMemory memory) {
        this.detector = detector;
        this.rows = rows;
        this.memory = memory;
        widths.put(column, pixels);
    }

    /**
     * Asks all stages of a pipeline, in their order.
     *
     * @throws UserError if one of them says that it can't be fitted
     */
    public void ask(Pipeline pipeline) {
        for (PipelineStage stage : pipeline.getStages()) {
            if (stage instanceof ForeseenFit foreseen) {
                foreseen.foresee(this);
            }
        }
    }

    /** How many rows are learnt from. */
    public long rows() {
        return rows;
    }

    /** Features of a row in this column, if anybody has said. */
    public OptionalInt width(String column) {
        Integer width = widths.get(column);
        return width == null ? OptionalInt.empty() : OptionalInt.of(width);
    }

    /** Tells stages further on how many features a column has. */
    public void setWidth(String column, int width) {
        widths.put(column, width);
    }

    /**
     * Asks for memory of the driver's heap.
     *
     * @param what takes it, such as {@code the covariance of 784 features}
     * @throws UserError if there is less
     */
    public void requireDriver(String what, double bytes) {
        require(what, bytes, memory.driver(), "the driver's heap", "--driver-memory");
    }

    /** The same of an executor's heap. */
    public void requireExecutor(String what, double bytes) {
        require(
                what,
                bytes,
                memory.executor(),
                memory.isLocal() ? "the driver's heap" : "an executor's heap",
                memory.isLocal() ? "--driver-memory" : "--executor-memory");
    }

    /**
     * That a task can send so much to the driver: it becomes one array of bytes. Whether {@code spark.driver.maxResultSize} allows it is for
     * Spark to say, which counts the bytes.
     */
    public void requireResult(String what, double bytes) {
        if (bytes > Integer.MAX_VALUE) {
            throw new UserError(detector + ": " + what + " is a result of " + gibibytes(bytes)
                    + ", and Spark has none of more than 2 GiB: make the images smaller, or leave " + detector
                    + " out (--detectors)");
        }
    }

    private void require(String what, double bytes, long there, String heap, String option) {
        if (bytes > there) {
            throw new UserError(detector + ": " + what + " takes " + gibibytes(bytes) + " of " + heap + ", which has "
                    + gibibytes((double) there) + ": give more (-- " + option + " "
                    + (long) Math.ceil(1.1 * bytes / SparkMemory.GIBI)
                    + "g), make the images smaller, or leave " + detector + " out (--detectors)");
        }
    }

    private static String gibibytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / SparkMemory.GIBI);
    }
}
