package dev.outsole.tensor;

import dev.outsole.UserError;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a fitted stage has learnt.
 *
 * @param kind of stage, such as {@code one_class_svm}
 * @param tensors by name: lower-case letters, digits and underscores
 */
public record StageNumbers(String kind, SortedMap<String, Tensor> tensors) {

    public StageNumbers(String kind, Map<String, Tensor> tensors) {
        this(kind, new TreeMap<>(tensors));
    }

    public StageNumbers {
        tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
        for (String name : tensors.keySet()) {
            if (!name.matches("[a-z0-9_]+")) {
                throw new IllegalArgumentException("the name '" + name + "' has other than a-z, 0-9 and _");
            }
        }
    }

    /** Whether there are numbers of this name. */
    public boolean has(String name) {
        return tensors.containsKey(name);
    }

    /**
     * The floats of this name.
     *
     * @throws UserError if there are none
     */
    public float[] floats(String name) {
        return get(name, Tensor.Type.F32).floats();
    }

    /**
     * The doubles of this name.
     *
     * @throws UserError if there are none
     */
    public double[] doubles(String name) {
        return get(name, Tensor.Type.F64).doubles();
    }

    /**
     * The whole numbers of this name; version 0.1.0 kept them as doubles.
     *
     * @throws UserError if there are none
     */
    public int[] ints(String name) {
        Tensor tensor = tensors.get(name);
        return tensor != null && tensor.type() == Tensor.Type.F64
                ? Arrays.stream(tensor.doubles()).mapToInt(value -> (int) value).toArray()
                : get(name, Tensor.Type.I32).ints();
    }

    /**
     * The bytes of this name.
     *
     * @throws UserError if there are none
     */
    public Tensor bytes(String name) {
        return get(name, Tensor.Type.U8);
    }

    private Tensor get(String name, Tensor.Type type) {
        Tensor tensor = tensors.get(name);
        if (tensor == null || tensor.type() != type || tensor.bytes().capacity() == 0) {
            throw new UserError("the stage '" + kind + "' of a saved model has no " + name + " (" + type
                    + "): copy the model again from where it was trained, or train it again");
        }
        return tensor;
    }
}
