package dev.outsole.svm;

import java.util.Random;

/** Seeded rows of the kinds that the SVM meets. */
enum TestRows {
    /** As an embedding: two numbers, far from the origin. */
    PLANE {
        @Override
        float[][] make(int count, long seed) {
            return normal(count, 2, 30, seed);
        }
    },
    /** As images: many numbers in [0, 1]. */
    PIXELS {
        @Override
        float[][] make(int count, long seed) {
            Random random = new Random(seed);
            float[][] rows = new float[count][200];
            for (float[] row : rows) {
                float light = random.nextFloat();
                for (int j = 0; j < row.length; j++) {
                    row[j] = Math.max(0, light + random.nextFloat() - 1);
                }
            }
            return rows;
        }
    },
    /** Each row four times. */
    DUPLICATES {
        @Override
        float[][] make(int count, long seed) {
            float[][] once = normal((count + 3) / 4, 5, 0, seed);
            float[][] rows = new float[count][];
            for (int i = 0; i < count; i++) {
                rows[i] = once[i % once.length];
            }
            return rows;
        }
    };

    abstract float[][] make(int count, long seed);

    private static float[][] normal(int count, int width, float mean, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[count][width];
        for (float[] row : rows) {
            for (int j = 0; j < width; j++) {
                row[j] = mean + (float) random.nextGaussian();
            }
        }
        return rows;
    }
}
