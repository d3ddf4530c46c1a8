package dev.outsole.raster;

import dev.outsole.image.ImageShape;
import dev.outsole.jpeg.JpegColours;
import dev.outsole.jpeg.JpegFrame;
import dev.outsole.jpeg.JpegHeader;
import dev.outsole.jpeg.ScaledImage;
import dev.outsole.jpeg.ScaledJpeg;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Optional;

/** A JPEG file. A small one is decoded as it is by Java's own decoder, a large one at a part of its size. */
final class JpegPicture implements Picture {
    /** More pixels are decoded at a part of their size. */
    private static final int SMALL = 4_000_000;
    /** The part has at least so many pixels a side for each that is wanted, if it can be had within the memory. */
    private static final int FINENESS = 2;

    private static final long MOST_MEMORY = 40 << 20;

    private final PictureSource source;
    private final JpegHeader header;

    JpegPicture(PictureSource source, PictureLimits limits) throws IOException, UnreadableImageException {
        this.source = source;
        this.header = JpegHeader.read(source.stream(0));
        limits.checkScans(header.scans());
        if (!header.frame().isCommon()) {
            throw new UnreadableImageException("a JPEG file of a rare kind (process "
                    + header.frame().process() + ", " + header.frame().precision()
                    + " bits), which Outsole can't decode: save it as a usual one");
        }
        if (header.colours() == JpegColours.UNKNOWN) {
            throw new UnreadableImageException(
                    header.frame().components().size() + " colour components, which no usual JPEG file has");
        }
    }

    @Override
    public int height() {
        return header.frame().height();
    }

    @Override
    public int width() {
        return header.frame().width();
    }

    @Override
    public Orientation orientation() {
        return Exif.orientation(header.exif());
    }

    @Override
    public void decode(ImageShape wanted, RowTarget target) throws IOException, UnreadableImageException {
        if ((long) height() * width() > SMALL) {
            decodeScaled(size(wanted), target);
        } else if (header.frame().components().size() == 4) {
            try (PlatformReader reader = PlatformReader.jpeg(source)) {
                sendInk(reader.raster(), target);
            }
        } else {
            try (PlatformReader reader = PlatformReader.jpeg(source)) {
                reader.send(target);
            }
        }
    }

    private void decodeScaled(int size, RowTarget target) throws IOException {
        ScaledImage image = ScaledJpeg.decode(source.stream(0), header, size);
        JpegRows rows = new JpegRows(
                header.colours(),
                header.frame().components().size() == 3 ? Profile.of(header.profile()) : Optional.empty());
        int channels = rows.needsFirstAlone() ? 1 : image.channels();
        byte[][] row = new byte[channels][image.width()];
        byte[] grey = new byte[image.width()];
        target.begin(image.height(), image.width());
        for (int y = 0; y < image.height(); y++) {
            for (int c = 0; c < channels; c++) {
                image.row(c, y, row[c]);
            }
            rows.convert(row, grey);
            target.row(grey);
        }
    }

    /** Eighths of the picture's size. */
    private int size(ImageShape wanted) throws UnreadableImageException {
        JpegFrame frame = header.frame();
        int size = 1;
        while (size < 4
                && (frame.height() * (long) size / 8 < (long) FINENESS * wanted.height()
                        || frame.width() * (long) size / 8 < (long) FINENESS * wanted.width())) {
            size *= 2;
        }
        while (size > 1 && ScaledJpeg.memory(frame, size) > MOST_MEMORY) {
            size /= 2;
        }
        return size;
    }

    private void sendInk(Raster raster, RowTarget target) {
        JpegRows rows = new JpegRows(header.colours(), Optional.empty());
        int width = raster.getWidth();
        byte[][] row = new byte[raster.getNumBands()][width];
        int[] samples = new int[width];
        byte[] grey = new byte[width];
        target.begin(raster.getHeight(), width);
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int c = 0; c < row.length; c++) {
                raster.getSamples(0, y, width, 1, c, samples);
                for (int x = 0; x < width; x++) {
                    row[c][x] = (byte) samples[x];
                }
            }
            rows.convert(row, grey);
            target.row(grey);
        }
    }
}
