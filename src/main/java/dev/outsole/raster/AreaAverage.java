package dev.outsole.raster;

/** Resizes a matrix along one direction: each new entry is the mean of the old ones that it covers, in parts where it covers parts. */
final class AreaAverage {

    private AreaAverage() {}

    /** From {@code [height × width]} to {@code [height × wanted]}. */
    static float[] alongRows(float[] values, int height, int width, int wanted) {
        float[] result = new float[height * wanted];
        for (int y = 0; y < height; y++) {
            resize(values, y * width, 1, width, result, y * wanted, 1, wanted);
        }
        return result;
    }

    /** From {@code [height × width]} to {@code [wanted × width]}. */
    static float[] alongColumns(float[] values, int height, int width, int wanted) {
        float[] result = new float[wanted * width];
        for (int x = 0; x < width; x++) {
            resize(values, x, width, height, result, x, width, wanted);
        }
        return result;
    }

    /** Entry j covers the old ones from j · count / wanted to (j + 1) · count / wanted. */
    private static void resize(
            float[] source, int from, int step, int count, float[] target, int targetFrom, int targetStep, int wanted) {
        double scale = (double) count / wanted;
        for (int j = 0; j < wanted; j++) {
            double begin = j * scale;
            double end = Math.min(count, (j + 1) * scale);
            double sum = 0;
            for (int i = (int) begin; i < end; i++) {
                double covered = Math.min(end, i + 1) - Math.max(begin, i);
                sum += covered * source[from + i * step];
            }
            target[targetFrom + j * targetStep] = (float) (sum / (end - begin));
        }
    }
}
