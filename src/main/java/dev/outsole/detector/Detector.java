package dev.outsole.detector;

import org.apache.spark.ml.Pipeline;

/**
 * A way to tell normal images from others: a name, and an ordinary Spark ML pipeline from the {@code pixels} column (bytes, row by row) to
 * {@code decision_value} (double, higher is more normal) and {@code prediction} (1.0 above 0, normal; else 0.0). It is fitted on normal
 * images alone. All other columns must come through it ({@code index} and {@code label} are read off at its end).
 *
 * <p>A public class with a public constructor without arguments, named in {@code META-INF/services/dev.outsole.detector.Detector} of its jar,
 * is all that a new one takes: every command, the report and the documentation of results go by {@link Detectors}. {@code src/docs/detectors.md} shows a complete one.
 */
public interface Detector {
    /** The column that pipelines begin with. */
    String PIXELS = "pixels";

    /** The name in settings, results and folders, such as {@code pixels}: lower-case letters, digits and hyphens alone. */
    String key();

    /** What it does, in a line. */
    String summary();

    /** A new, unfitted pipeline; it ignores the options that it has no stage for. */
    Pipeline pipeline(DetectorOptions options);

    /**
     * Whether its figures depend on a setting, by its dotted key such as {@code svm.nu}. Nights of a history are compared where all of these
     * are equal: one that is named in vain costs a comparison, one that is missing makes a change of it look like a change of code. All of
     * them, unless a detector knows better.
     */
    default boolean dependsOn(String setting) {
        return true;
    }

    /** Whether its fit trains a network, which takes long: a sweep begins with these. */
    default boolean trainsNetwork() {
        return false;
    }
}
