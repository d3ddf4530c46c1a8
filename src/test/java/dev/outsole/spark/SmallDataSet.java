package dev.outsole.spark;

import dev.outsole.idx.IdxBytes;
import dev.outsole.idx.IdxSource;
import dev.outsole.idx.Labels;
import dev.outsole.image.ClassNames;
import dev.outsole.image.ImageShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A data set of 2 × 3 pixels in three classes: five training images, three test images. */
final class SmallDataSet {
    static final ImageShape SHAPE = new ImageShape(2, 3);
    static final ClassNames CLASSES = new ClassNames(List.of("Clog", "Mule", "Pump"));

    static final DataClasses KNOWN = known(CLASSES);

    static DataClasses known(ClassNames names) {
        return new DataClasses(names, Labels.from0(names.size()), List.of());
    }

    /** Writes the four files, and names them; two data sets of another {@code first} pixel differ in nothing else. */
    static IdxSource write(Path folder, int first) {
        byte[] train = IdxBytes.images(
                5, SHAPE, first, 255, 128, 1, 2, 3, 10, 11, 12, 13, 14, 15, 20, 21, 22, 23, 24, 25, 30, 31, 32, 33, 34,
                35, 40, 41, 42, 43, 44, 45);
        byte[] test = IdxBytes.images(3, SHAPE, 50, 51, 52, 53, 54, 55, 60, 61, 62, 63, 64, 65, 70, 71, 72, 73, 74, 75);
        try {
            IdxBytes.write(folder, train, IdxBytes.labels(0, 1, 0, 2, 0), test, IdxBytes.labels(1, 0, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return IdxFolder.find(TestSession.hadoop(), folder.toString());
    }

    private SmallDataSet() {}
}
