package dev.outsole.raster;

import dev.outsole.work.Attempt;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** A decoder of PNG for which there is never enough memory. */
public final class MemorylessDecoder extends ImageReaderSpi {
    private final boolean wrapped;

    private MemorylessDecoder(boolean wrapped) {
        super(
                "outsole's tests",
                "1",
                new String[] {"png"},
                new String[] {"png"},
                new String[] {"image/png"},
                "none",
                new Class<?>[] {ImageInputStream.class},
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
        this.wrapped = wrapped;
    }

    /**
     * Does something while it comes before all others.
     *
     * @param wrapped whether it says so by an exception of input, as the platform's decoders may do
     */
    public static void during(boolean wrapped, Attempt.Action work) {
        MemorylessDecoder decoder = new MemorylessDecoder(wrapped);
        IIORegistry registry = IIORegistry.getDefaultInstance();
        registry.registerServiceProvider(decoder, ImageReaderSpi.class);
        Iterator<ImageReaderSpi> all = registry.getServiceProviders(ImageReaderSpi.class, false);
        while (all.hasNext()) {
            ImageReaderSpi other = all.next();
            if (other != decoder) {
                registry.setOrdering(ImageReaderSpi.class, decoder, other);
            }
        }
        Attempt.run(work)
                .andFinally(() -> registry.deregisterServiceProvider(decoder, ImageReaderSpi.class))
                .orThrow();
    }

    @Override
    public boolean canDecodeInput(Object source) {
        return true;
    }

    @Override
    public ImageReader createReaderInstance(Object extension) {
        return new Reader(this);
    }

    @Override
    public String getDescription(Locale locale) {
        return "a decoder without memory";
    }

    private static final class Reader extends ImageReader {
        private final boolean wrapped;

        Reader(MemorylessDecoder decoder) {
            super(decoder);
            this.wrapped = decoder.wrapped;
        }

        @Override
        public BufferedImage read(int index, ImageReadParam parameters) throws IOException {
            OutOfMemoryError error = new OutOfMemoryError("Java heap space");
            if (wrapped) {
                throw new IOException("caught an error", error);
            }
            throw error;
        }

        @Override
        public int getNumImages(boolean allowSearch) {
            return 1;
        }

        @Override
        public int getWidth(int index) {
            return 3;
        }

        @Override
        public int getHeight(int index) {
            return 2;
        }

        @Override
        public Iterator<ImageTypeSpecifier> getImageTypes(int index) {
            return List.of(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_BYTE_GRAY))
                    .iterator();
        }

        @Override
        public IIOMetadata getStreamMetadata() {
            throw new UnsupportedOperationException();
        }

        @Override
        public IIOMetadata getImageMetadata(int index) {
            throw new UnsupportedOperationException();
        }
    }
}
