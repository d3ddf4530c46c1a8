package dev.outsole.job;

import dev.outsole.report.page.DecisionGrid;
import dev.outsole.svm.DecisionFunction;
import java.util.stream.IntStream;

/** Samples the decision functions of SVMs that work on two numbers, so that their boundary can be drawn. */
final class DecisionGrids {
    private static final int SIZE = 64;
    /** Room around the support vectors, as a share of their extent. */
    private static final float MARGIN = 0.08f;

    private DecisionGrids() {}

    /** Over all support vectors: what the SVM takes for normal is among them. */
    static DecisionGrid of(DecisionFunction function) {
        float[] x = range(function, 0);
        float[] y = range(function, 1);
        float[][] points = new float[SIZE * SIZE][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new float[] {at(x, i % SIZE), at(y, i / SIZE)};
        }
        return new DecisionGrid(x[0], x[1], y[0], y[1], SIZE, function.values(points));
    }

    private static float at(float[] range, int step) {
        return range[0] + (range[1] - range[0]) * step / (SIZE - 1);
    }

    private static float[] range(DecisionFunction function, int coordinate) {
        double[] values = IntStream.range(0, function.supportVectorCount())
                .mapToDouble(i -> function.supportVector(i)[coordinate])
                .sorted()
                .toArray();
        float low = (float) values[0];
        float high = (float) values[values.length - 1];
        float margin = high > low ? (high - low) * MARGIN : 1;
        return new float[] {low - margin, high + margin};
    }
}
