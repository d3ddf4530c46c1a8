package dev.outsole.autoencoder;

/** Activation functions, in place. The loops have neither branches nor calls nor two indices, so that the JIT vectorises them. */
enum ActivationFunction {
    RELU {
        @Override
        void apply(float[] values, int count) {
            for (int i = 0; i < count; i++) {
                values[i] = 0.5f * (values[i] + Math.abs(values[i])); // max(x, 0), exactly
            }
        }
    },

    /**
     * 1 / (1 + exp(y)) with y = −x. Of s = exp(y) − 1, Taylor's series gives the value at y/128, and s(2 + s) doubles the argument seven
     * times. Working on s instead of exp(y) keeps the relative error at a few times |y| · 2⁻²⁴, which x's own rounding has too.
     */
    SIGMOID {
        @Override
        void apply(float[] values, int count) {
            for (int i = 0; i < count; i++) {
                float r = Math.max(LEAST, Math.min(GREATEST, -values[i])) * (1 / 128f);
                float s = r * (1 + r * (1 / 2f + r * (1 / 6f + r * (1 / 24f + r * (1 / 120f + r * (1 / 720f))))));
                s *= 2 + s;
                s *= 2 + s;
                s *= 2 + s;
                s *= 2 + s;
                s *= 2 + s;
                s *= 2 + s;
                s *= 2 + s;
                values[i] = 1 / (2 + s);
            }
        }
    };

    /** With y beyond it the sigmoid is below 1e-17, and its slope is nothing beside Adam's ε. */
    private static final float GREATEST = 40;
    /** With y beyond it the sigmoid is 1 in single precision. */
    private static final float LEAST = -20;

    /** Applies the function to the first {@code count} values. */
    abstract void apply(float[] values, int count);
}
