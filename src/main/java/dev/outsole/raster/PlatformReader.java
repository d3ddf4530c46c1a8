package dev.outsole.raster;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture that a reader of ImageIO decodes: Java's own, or TwelveMonkeys', and never another one that a machine may have. They warn of damage
 * and go on, so warnings count.
 */
final class PlatformReader implements Closeable {
    /** What is decoded at once, in bytes. */
    private static final long STRIP = 32 << 20;

    private static final Pattern DAMAGE = Pattern.compile(
            "(?i).*(corrupt|premature|truncat|damage|missing EOI|end of (file|stream|data)|EOF|inconsistent prog).*");

    private final ImageReader reader;
    private final ImageInputStream in;
    private Optional<String> damage = Optional.empty();

    private PlatformReader(ImageReaderSpi provider, PictureSource source) throws IOException {
        this.in = source.input();
        this.reader = provider.createReaderInstance();
        reader.addIIOReadWarningListener((from, warning) -> note(warning));
        reader.setInput(in, false, true);
    }

    static PlatformReader jpeg(PictureSource source) throws IOException {
        return new PlatformReader(java("jpeg"), source);
    }

    static PlatformReader gif(PictureSource source) throws IOException {
        return new PlatformReader(java("gif"), source);
    }

    static PlatformReader bmp(PictureSource source) throws IOException {
        return new PlatformReader(java("bmp"), source);
    }

    static PlatformReader tiff(PictureSource source) throws IOException {
        return new PlatformReader(new TIFFImageReaderSpi(), source);
    }

    static PlatformReader webp(PictureSource source) throws IOException {
        return new PlatformReader(new WebPImageReaderSpi(), source);
    }

    /** The one that comes with Java. */
    private static ImageReaderSpi java(String format) {
        Iterator<ImageReaderSpi> all = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        ImageReaderSpi.class,
                        provider -> provider instanceof ImageReaderSpi one
                                && one.getClass().getModule() == ImageReader.class.getModule()
                                && one.getFormatNames()[0]
                                        .toLowerCase(Locale.ROOT)
                                        .matches(format.replace("jpeg", "jpe?g")),
                        true);
        if (!all.hasNext()) {
            throw new IllegalStateException("every Java platform reads " + format);
        }
        return all.next();
    }

    private void note(String warning) {
        if (damage.isEmpty() && DAMAGE.matcher(warning).matches()) {
            damage = Optional.of(warning);
        }
    }

    private void requireUndamaged() throws IOException {
        if (damage.isPresent()) {
            throw new IOException(damage.get());
        }
    }

    int height() throws IOException {
        return reader.getHeight(0);
    }

    int width() throws IOException {
        return reader.getWidth(0);
    }

    ImageInputStream input() {
        return in;
    }

    /** All of it, as it is coded. */
    Raster raster() throws IOException {
        Raster raster = reader.readRaster(0, null);
        requireUndamaged();
        return raster;
    }

    /** The first image, in strips if it is large. */
    void send(RowTarget target) throws IOException {
        int height = height();
        int width = width();
        target.begin(height, width);
        long rows = Math.max(1, STRIP / ((long) width * bytesAPixel()));
        for (int y = 0; y < height; y += (int) rows) {
            int count = (int) Math.min(rows, height - y);
            GreyStrip.send(strip(y, count, width, count == height), target);
            requireUndamaged();
        }
    }

    private BufferedImage strip(int y, int count, int width, boolean all) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        if (!all) {
            param.setSourceRegion(new Rectangle(0, y, width, count));
        }
        BufferedImage strip = reader.read(0, param);
        if (strip.getWidth() != width || strip.getHeight() != count) {
            throw new IOException(strip.getHeight() + " rows of " + strip.getWidth() + " pixels, instead of " + count
                    + " of " + width);
        }
        return strip;
    }

    private int bytesAPixel() throws IOException {
        SampleModel model = reader.getImageTypes(0).next().getSampleModel();
        int bits = 0;
        for (int band = 0; band < model.getNumBands(); band++) {
            bits += model.getSampleSize(band);
        }
        return Math.max(1, bits / Byte.SIZE);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
