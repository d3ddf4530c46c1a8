package dev.outsole.autoencoder;

import java.util.List;

/**
 * The mean of several workers' parameters and Adam moments, weighted by the examples that each has seen since they parted (McDonald, Hall
 * and Mann 2010). Sums run in the order of the list and in double precision: the same parts give the same bits.
 */
public final class StateAverage {

    private StateAverage() {}

    /**
     * The mean of these parts.
     *
     * @param parts at least one; a part without examples counts for nothing
     */
    public static TrainingState of(List<WorkerTraining.Result> parts) {
        List<WorkerTraining.Result> seen =
                parts.stream().filter(part -> part.examples() > 0).toList();
        if (seen.isEmpty()) {
            throw new IllegalArgumentException("no worker has seen an example: there is nothing to average");
        }
        return new TrainingState(
                mean(seen, seen.stream().map(part -> part.state().parameters()).toList()),
                mean(
                        seen,
                        seen.stream().map(part -> part.state().updaterState()).toList()),
                seen.stream().mapToInt(part -> part.state().iteration()).max().orElseThrow());
    }

    private static float[] mean(List<WorkerTraining.Result> parts, List<float[]> vectors) {
        double[] sum = new double[vectors.get(0).length];
        long examples = 0;
        for (int i = 0; i < vectors.size(); i++) {
            add(sum, vectors.get(i), (double) parts.get(i).examples());
            examples += parts.get(i).examples();
        }
        float[] mean = new float[sum.length];
        for (int j = 0; j < sum.length; j++) {
            mean[j] = (float) (sum[j] / examples);
        }
        return mean;
    }

    private static void add(double[] sum, float[] vector, double weight) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += weight * vector[j];
        }
    }
}
