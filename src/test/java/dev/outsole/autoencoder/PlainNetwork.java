package dev.outsole.autoencoder;

import java.util.Arrays;

/** The network's loss in double precision by plain loops, to differentiate numerically. */
final class PlainNetwork {
    private final int[] sizes;

    PlainNetwork(int... sizes) {
        this.sizes = sizes;
    }

    /** Mean squared error over pixels and images. */
    double loss(double[] parameters, float[][] images) {
        double sum = 0;
        for (float[] image : images) {
            double[] output = output(parameters, image);
            for (int j = 0; j < image.length; j++) {
                sum += Math.pow(output[j] - image[j], 2);
            }
        }
        return sum / images.length / sizes[sizes.length - 1];
    }

    private double[] output(double[] parameters, float[] image) {
        double[] values = new double[image.length];
        Arrays.setAll(values, j -> image[j]);
        int offset = 0;
        for (int layer = 1; layer < sizes.length; layer++) {
            int biases = offset + sizes[layer - 1] * sizes[layer];
            double[] next = new double[sizes[layer]];
            for (int out = 0; out < next.length; out++) {
                double sum = parameters[biases + out];
                for (int in = 0; in < values.length; in++) {
                    sum += values[in] * parameters[offset + in + out * values.length];
                }
                next[out] = layer == sizes.length - 1 ? 1 / (1 + Math.exp(-sum)) : Math.max(sum, 0);
            }
            values = next;
            offset = biases + next.length;
        }
        return values;
    }

    /** Derivatives by central differences, (f(p + h) − f(p − h)) / 2h; with h = 1e-5 off by about 1e-10. */
    double[] gradient(double[] parameters, float[][] images) {
        double[] gradient = new double[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            double[] moved = parameters.clone();
            moved[i] = parameters[i] + 1e-5;
            double above = loss(moved, images);
            moved[i] = parameters[i] - 1e-5;
            gradient[i] = (above - loss(moved, images)) / 2e-5;
        }
        return gradient;
    }
}
