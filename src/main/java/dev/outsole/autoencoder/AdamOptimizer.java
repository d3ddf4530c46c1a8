package dev.outsole.autoencoder;

import dev.outsole.blas.NativeFloats;

/**
 * Adam (Kingma and Ba 2015) as DL4J computes it: the step size carries the correction of both moments' bias, and ε is added to the
 * uncorrected root. Its state, two moments of each parameter, is laid out as DL4J's: all first moments, then all second moments.
 */
final class AdamOptimizer {
    private static final float BETA1 = (float) NetworkDefinition.ADAM_BETA1;
    private static final float BETA2 = (float) NetworkDefinition.ADAM_BETA2;
    private static final float EPSILON = (float) NetworkDefinition.ADAM_EPSILON;
    /**
     * Added and taken away again, it rounds a moment to multiples of 1e-32, far below all that ε leaves an effect. Else those of units
     * that are off for long would decay into denormal numbers, which the processor is slow with.
     */
    private static final float TINY = 1e-25f;
    /** Small enough for the first level of the processor's cache, so that copying the gradient in costs next to nothing. */
    private static final int CHUNK = 2048;

    private final Parameters parameters;
    private final float learningRate;
    private final float[] first;
    private final float[] second;
    private final float[] gradientValues;

    AdamOptimizer(Parameters parameters, double learningRate) {
        this.parameters = parameters;
        this.learningRate = (float) learningRate;
        this.first = new float[parameters.values.length];
        this.second = new float[parameters.values.length];
        this.gradientValues = new float[parameters.values.length];
    }

    /**
     * Takes one step down the gradient.
     *
     * @param iteration how many steps were taken before
     */
    void step(NativeFloats gradient, int iteration) {
        float stepSize = stepSize(iteration);
        for (int offset = 0; offset < first.length; offset += CHUNK) {
            int length = Math.min(CHUNK, first.length - offset);
            gradient.get(offset, gradientValues, offset, length);
            update(parameters.values, first, second, gradientValues, offset, offset + length, stepSize);
            parameters.changed(offset, length);
        }
    }

    /** Rounded where DL4J rounds, which in the first steps makes a difference of 1e-5. */
    private float stepSize(int iteration) {
        float correction1 = (float) Math.pow(BETA1, iteration + 1.0);
        float correction2 = (float) Math.pow(BETA2, iteration + 1.0);
        float root = (float) Math.sqrt((float) (1.0 - correction2));
        return (float) (learningRate * root / (1.0 - correction1));
    }

    private static void update(
            float[] values, float[] first, float[] second, float[] gradient, int from, int end, float stepSize) {
        for (int i = from; i < end; i++) {
            float g = gradient[i];
            float m = BETA1 * first[i] + (1 - BETA1) * g + TINY - TINY;
            float v = BETA2 * second[i] + (1 - BETA2) * (g * g) + TINY - TINY;
            first[i] = m;
            second[i] = v;
            values[i] -= stepSize * m / ((float) Math.sqrt(v) + EPSILON);
        }
    }

    /** Copies the moments to a new array. */
    float[] state() {
        float[] state = new float[2 * first.length];
        System.arraycopy(first, 0, state, 0, first.length);
        System.arraycopy(second, 0, state, first.length, second.length);
        return state;
    }

    /** Sets the moments. */
    void restore(float[] state) {
        System.arraycopy(state, 0, first, 0, first.length);
        System.arraycopy(state, first.length, second, 0, second.length);
    }
}
