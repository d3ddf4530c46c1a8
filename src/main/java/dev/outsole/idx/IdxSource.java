package dev.outsole.idx;

import dev.outsole.UserError;
import dev.outsole.image.Split;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/** The four files of an MNIST-like data set. */
public record IdxSource(IdxFiles train, IdxFiles test) implements Serializable {

    /**
     * The files of a folder, under the names that MNIST gave them ({@code train-images-idx3-ubyte.gz}), as its mirrors have them: gzipped or
     * not, with a dot or a hyphen, with the name of the set before them.
     *
     * @param names of the files that there are
     * @throws UserError if one is missing, or there are two for one purpose
     */
    public static IdxSource among(String folder, List<String> names) {
        return new IdxSource(
                new IdxFiles(file(folder, names, "train", "images-idx3"), file(folder, names, "train", "labels-idx1")),
                new IdxFiles(file(folder, names, "t10k", "images-idx3"), file(folder, names, "t10k", "labels-idx1")));
    }

    private static String file(String folder, List<String> names, String split, String kind) {
        String usual = split + "-" + kind + "-ubyte";
        String pattern = split.equals("t10k") ? "(t10k|test)" : split;
        Pattern form =
                Pattern.compile("(.*[-_.])?" + pattern + "[-_]" + kind.replace("-", "[-_.]") + "[-_.]ubyte(\\.gz)?");
        List<String> found = names.stream()
                .filter(name -> form.matcher(name).matches())
                // Once gzipped and once not it is the same file.
                .filter(name -> name.endsWith(".gz") || !names.contains(name + ".gz"))
                .toList();
        if (found.size() != 1) {
            throw new UserError(
                    found.isEmpty()
                            ? folder + " has no file " + usual + ", with or without .gz: fetch the data set, or name"
                                    + " another place with --data, or the files with --images and --labels"
                            : folder + " has several files for " + usual + ", " + found
                                    + ": name one of each with --images and --labels");
        }
        return folder + "/" + found.get(0);
    }

    public IdxFiles files(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case TEST -> test;
        };
    }
}
