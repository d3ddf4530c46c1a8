package dev.outsole.svm;

import dev.outsole.idx.IdxFiles;
import dev.outsole.idx.IdxImages;
import dev.outsole.idx.IdxSource;
import dev.outsole.idx.Labels;
import dev.outsole.image.LabelledImage;
import dev.outsole.image.Split;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fashion-MNIST as rows: the 784 pixels, or two numbers for each image, the means of its upper and of its lower half. */
public enum BenchRows {
    PIXELS {
        @Override
        float[] row(float[] pixels) {
            return pixels;
        }
    },
    PLANE {
        @Override
        float[] row(float[] pixels) {
            int half = pixels.length / 2;
            return new float[] {mean(pixels, 0, half), mean(pixels, half, pixels.length)};
        }
    };

    private static final int SANDAL = 5;
    private static final String DATA = System.getProperty("outsole.data", "data/fashion-mnist");

    abstract float[] row(float[] pixels);

    /** The 6,000 sandals. */
    public float[][] training() {
        return read(Split.TRAIN).stream()
                .filter(image -> image.label() == SANDAL)
                .map(this::row)
                .toArray(float[][]::new);
    }

    /** All 10,000 test images. */
    public float[][] test() {
        return read(Split.TEST).stream().map(this::row).toArray(float[][]::new);
    }

    private float[] row(LabelledImage image) {
        float[] pixels = new float[image.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (image.pixels()[i] & 0xff) / 255f;
        }
        return row(pixels);
    }

    private static float mean(float[] pixels, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += pixels[i];
        }
        return (float) (sum / (to - from));
    }

    private static List<LabelledImage> read(Split split) {
        IdxFiles files = IdxSource.among(DATA, List.of(new File(DATA).list())).files(split);
        List<LabelledImage> list = new ArrayList<>();
        try (IdxImages images = IdxImages.open(files, open(files.images()), open(files.labels()), Labels.from0(10))) {
            images.forEachRemaining(list::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return list;
    }

    private static InputStream open(String file) throws IOException {
        return Files.newInputStream(Path.of(file));
    }
}
