package dev.outsole.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against the means of what Java's own decoder gives. */
class ScaledJpegTest {
    private static final int HEIGHT = 96;
    private static final int WIDTH = 128;

    /** The eighth is the mean of each block; others are smooth pictures of the same, so that their means are the same again. */
    @ParameterizedTest
    @CsvSource({
        "1, false, GREY",
        "2, false, GREY",
        "4, false, GREY",
        "1, true, GREY",
        "2, true, GREY",
        "4, true, GREY",
        "1, false, COLOUR",
        "2, false, COLOUR",
        "1, true, COLOUR",
        "4, true, COLOUR"
    })
    void hasTheMeansOfTheWholePicture(int size, boolean progressive, String kind) throws IOException {
        byte[] file = file(kind.equals("GREY"), progressive);
        double[][] expected = lumaMeans(file);

        JpegHeader header = JpegHeader.read(new ByteArrayInputStream(file));
        ScaledImage image = ScaledJpeg.decode(new ByteArrayInputStream(file), header, size);

        assertThat(image.height()).isEqualTo(HEIGHT / 8 * size);
        assertThat(image.width()).isEqualTo(WIDTH / 8 * size);
        assertThat(header.scans() > 1).isEqualTo(progressive);
        double[][] means = means(image, size);
        for (int y = 0; y < HEIGHT / 8; y++) {
            for (int x = 0; x < WIDTH / 8; x++) {
                assertThat(means[y][x])
                        .isCloseTo(expected[y][x], within(0.76)); // half a level of rounding on either side
            }
        }
    }

    private static double[][] means(ScaledImage image, int size) {
        double[][] means = new double[HEIGHT / 8][WIDTH / 8];
        byte[] row = new byte[image.width()];
        for (int y = 0; y < image.height(); y++) {
            image.row(0, y, row);
            for (int x = 0; x < row.length; x++) {
                means[y / size][x / size] += (row[x] & 0xff) / (double) (size * size);
            }
        }
        return means;
    }

    /** Of blocks of 8 × 8, as the file has them: luma, or grey. */
    private static double[][] lumaMeans(byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(file)));
        Raster raster = reader.readRaster(0, null);
        double[][] means = new double[HEIGHT / 8][WIDTH / 8];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                means[y / 8][x / 8] += raster.getSample(x, y, 0) / 64.0;
            }
        }
        return means;
    }

    /** Waves and noise, from dark to bright, of no extremes: those are cut off, and change the mean. */
    private static byte[] file(boolean grey, boolean progressive) throws IOException {
        BufferedImage image =
                new BufferedImage(WIDTH, HEIGHT, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int value = (int) (128 + 50 * Math.sin(x / 7.0) + 30 * Math.cos(y / 3.0) + random.nextInt(20) - 10);
                if (grey) {
                    image.getRaster().setSample(x, y, 0, value);
                } else {
                    image.setRGB(x, y, value << 16 | value << 8 | (x + y) / 2 + 70);
                }
            }
        }
        return encoded(image, progressive);
    }

    private static byte[] encoded(BufferedImage image, boolean progressive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.9f);
        writer.setOutput(ImageIO.createImageOutputStream(out));
        writer.write(null, new IIOImage(image, null, null), param);
        ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).close();
        return out.toByteArray();
    }
}
