package dev.outsole.spark;

import java.util.List;

/** Spark gives arrays back as lists of numbers. */
final class FloatArrays {

    private FloatArrays() {}

    static float[] of(List<? extends Number> numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i).floatValue();
        }
        return floats;
    }
}
