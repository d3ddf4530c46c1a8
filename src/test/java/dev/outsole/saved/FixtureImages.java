package dev.outsole.saved;

import dev.outsole.idx.IdxBytes;
import dev.outsole.image.ImageShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A data set of images of 4 × 5 pixels in three classes, always the same: a light column, a light row, a light border, and noise. */
final class FixtureImages {
    static final ImageShape SHAPE = new ImageShape(4, 5);

    private static final int CLASSES = 3;
    private static final int TRAIN = 30;
    private static final int TEST = 10;

    private FixtureImages() {}

    /** Writes the four gzipped IDX files. */
    static void write(Path folder) throws IOException {
        IdxBytes.write(folder, images(TRAIN, 1), labels(TRAIN), images(TEST, 2), labels(TEST));
    }

    private static byte[] labels(int each) {
        return IdxBytes.labels(
                IntStream.range(0, CLASSES * each).map(i -> i % CLASSES).toArray());
    }

    private static byte[] images(int each, long seed) {
        int[] pixels = pixels(each, seed).stream()
                .flatMapToInt(image -> IntStream.range(0, image.length).map(i -> image[i] & 0xff))
                .toArray();
        return IdxBytes.images(CLASSES * each, SHAPE, pixels);
    }

    /** The test images, in their order. */
    static List<byte[]> test() {
        return pixels(TEST, 2);
    }

    /** Rows {@code index}, {@code pixels} of the test images. */
    static Dataset<Row> test(SparkSession spark) {
        return rows(spark, test());
    }

    /** The same of the training images of class 0. */
    static Dataset<Row> train(SparkSession spark) {
        List<byte[]> all = pixels(TRAIN, 1);
        return rows(
                spark,
                IntStream.range(0, TRAIN).mapToObj(i -> all.get(i * CLASSES)).toList());
    }

    private static Dataset<Row> rows(SparkSession spark, List<byte[]> images) {
        List<Row> rows = IntStream.range(0, images.size())
                .mapToObj(i -> RowFactory.create(i, images.get(i)))
                .toList();
        StructType schema = new StructType().add("index", DataTypes.IntegerType).add("pixels", DataTypes.BinaryType);
        return spark.createDataFrame(rows, schema);
    }

    private static List<byte[]> pixels(int each, long seed) {
        Random random = new Random(seed);
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < CLASSES * each; i++) {
            byte[] image = new byte[SHAPE.pixels()];
            for (int j = 0; j < image.length; j++) {
                image[j] = (byte) (random.nextInt(90) + (isLight(i % CLASSES, j) ? 160 : 0));
            }
            images.add(image);
        }
        return images;
    }

    private static boolean isLight(int label, int pixel) {
        int row = pixel / SHAPE.width();
        int column = pixel % SHAPE.width();
        return switch (label) {
            case 0 -> column == 2;
            case 1 -> row == 1;
            default -> row == 0 || column == 0;
        };
    }
}
