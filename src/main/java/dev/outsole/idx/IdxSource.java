package dev.outsole.idx;

import dev.outsole.image.Split;
import java.io.Serializable;

/** The four files of an MNIST-like data set. */
public record IdxSource(IdxFiles train, IdxFiles test) implements Serializable {

    /** The files of a folder, under the names that MNIST gave them. */
    public static IdxSource inFolder(String folder) {
        return new IdxSource(
                new IdxFiles(folder + "/train-images-idx3-ubyte.gz", folder + "/train-labels-idx1-ubyte.gz"),
                new IdxFiles(folder + "/t10k-images-idx3-ubyte.gz", folder + "/t10k-labels-idx1-ubyte.gz"));
    }

    public IdxFiles files(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case TEST -> test;
        };
    }
}
