package dev.outsole.raster;

import dev.outsole.image.ImageShape;
import dev.outsole.png.PngHeader;
import dev.outsole.png.PngRows;
import java.io.IOException;
import java.util.Optional;

/** A PNG file: decoded row by row, in which an interlaced one doesn't come; of that all is kept, but as grey. */
final class PngPicture implements Picture {
    private final PictureSource source;
    private final PngHeader header;
    private final Optional<Profile> profile;

    PngPicture(PictureSource source) throws IOException {
        this.source = source;
        this.header = PngHeader.read(source.stream(0));
        this.profile = Profile.of(header.profile());
    }

    @Override
    public int height() {
        return header.height();
    }

    @Override
    public int width() {
        return header.width();
    }

    @Override
    public Orientation orientation() {
        return Exif.orientation(header.exif());
    }

    @Override
    public void decode(ImageShape wanted, RowTarget target) throws IOException {
        int width = width();
        target.begin(height(), width);
        GreySamples grey = new GreySamples(PngRows.channels(header), PngRows.largest(header), profile);
        byte[] row = new byte[width];
        if (!header.interlaced()) {
            PngRows.read(source.stream(0), header, (y, x, step, count, samples) -> {
                grey.convert(samples, count, row, 0, 1);
                target.row(row);
            });
            return;
        }
        byte[] all = new byte[Math.multiplyExact(height(), width)];
        PngRows.read(
                source.stream(0),
                header,
                (y, x, step, count, samples) -> grey.convert(samples, count, all, y * width + x, step));
        for (int y = 0; y < height(); y++) {
            System.arraycopy(all, y * width, row, 0, width);
            target.row(row);
        }
    }
}
