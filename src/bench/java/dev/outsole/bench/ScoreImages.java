package dev.outsole.bench;

import dev.outsole.spark.Sessions;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Any number of images to score: those of an image table over and over, each shifted by up to two pixels and with noise of up to ±8, seeded by
 * its number. Arguments: folder of the image table, kind (parquet, raw or png), target, number of images.
 */
public final class ScoreImages {
    private static final int SIDE = 28;
    private static final StructType SCHEMA =
            new StructType().add("index", DataTypes.LongType, false).add("pixels", DataTypes.BinaryType, false);

    private ScoreImages() {}

    public static void main(String[] args) throws IOException {
        try (SparkSession spark = Sessions.open("images to score")) {
            List<byte[]> images = spark
                    .read()
                    .parquet(args[0] + "/images")
                    .orderBy("split", "index")
                    .select("pixels")
                    .collectAsList()
                    .stream()
                    .map(row -> row.<byte[]>getAs(0))
                    .toList();
            int count = Integer.parseInt(args[3]);
            switch (args[1]) {
                case "parquet" -> writeParquet(spark, images, args[2], count);
                case "raw" -> writeRaw(images, Path.of(args[2]), count);
                case "png" -> writePng(images, Path.of(args[2]), count);
                default -> throw new IllegalArgumentException(args[1]);
            }
        }
    }

    private static void writeParquet(SparkSession spark, List<byte[]> images, String target, int count) {
        Broadcast<List<byte[]>> shared =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(images);
        MapFunction<Long, Row> image = i -> RowFactory.create(i, image(shared.value(), i));
        spark.range(0, count, 1, 8).map(image, Encoders.row(SCHEMA)).write().parquet(target);
    }

    private static void writeRaw(List<byte[]> images, Path target, int count) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            for (long i = 0; i < count; i++) {
                out.write(image(images, i));
            }
        }
    }

    private static void writePng(List<byte[]> images, Path folder, int count) throws IOException {
        ImageIO.setUseCache(false);
        Files.createDirectories(folder);
        for (long i = 0; i < count; i++) {
            BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
            picture.getRaster().setDataElements(0, 0, SIDE, SIDE, image(images, i));
            ImageIO.write(picture, "png", folder.resolve(i + ".png").toFile());
        }
    }

    private static byte[] image(List<byte[]> images, long number) {
        SplittableRandom random = new SplittableRandom(number);
        byte[] source = images.get((int) (number % images.size()));
        int right = random.nextInt(-2, 3);
        int down = random.nextInt(-2, 3);
        byte[] image = new byte[source.length];
        for (int i = 0; i < image.length; i++) {
            int x = i % SIDE - right;
            int y = i / SIDE - down;
            boolean inside = x >= 0 && x < SIDE && y >= 0 && y < SIDE;
            int pixel = (inside ? source[y * SIDE + x] & 0xff : 0) + random.nextInt(-8, 9);
            image[i] = (byte) Math.max(0, Math.min(255, pixel));
        }
        return image;
    }
}
