package dev.outsole.spark;

/** What detectors write of decision values. */
final class Decisions {

    private Decisions() {}

    /** For each value the columns decision value and prediction: 1.0 above 0, normal; else 0.0. */
    static Object[][] columns(double[] values) {
        Object[][] columns = new Object[values.length][];
        for (int i = 0; i < values.length; i++) {
            columns[i] = new Object[] {values[i], values[i] > 0 ? 1.0 : 0.0};
        }
        return columns;
    }
}
