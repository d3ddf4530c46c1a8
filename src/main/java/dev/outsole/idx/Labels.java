package dev.outsole.idx;

import java.io.Serializable;

/**
 * How a file counts its classes.
 *
 * @param first label of the first class: 0, or 1
 * @param classes how many there are
 */
public record Labels(int first, int classes) implements Serializable {

    /** From 0 on, as MNIST has it. */
    public static Labels from0(int classes) {
        return new Labels(0, classes);
    }

    boolean has(int label) {
        return label >= first && label < first + classes;
    }
}
