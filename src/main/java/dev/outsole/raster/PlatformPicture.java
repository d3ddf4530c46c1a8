package dev.outsole.raster;

import dev.outsole.image.ImageShape;
import java.io.IOException;

/** A GIF (its first frame), BMP, TIFF or WebP file. */
final class PlatformPicture implements Picture {
    private final PlatformReader reader;
    private final Orientation orientation;
    private final int height;
    private final int width;

    private PlatformPicture(PlatformReader reader, Orientation orientation) throws IOException {
        this.reader = reader;
        this.orientation = orientation;
        this.height = reader.height();
        this.width = reader.width();
    }

    static Picture gif(PictureSource source) throws IOException {
        GifFile.check(source);
        return opened(PlatformReader.gif(source), Orientation.UPRIGHT);
    }

    static Picture bmp(PictureSource source) throws IOException {
        return opened(PlatformReader.bmp(source), Orientation.UPRIGHT);
    }

    static Picture tiff(PictureSource source) throws IOException {
        Orientation orientation = Exif.orientation(source.input());
        return opened(PlatformReader.tiff(source), orientation);
    }

    static Picture webp(PictureSource source) throws IOException, UnreadableImageException {
        WebpFile file = WebpFile.read(source);
        Picture picture = opened(PlatformReader.webp(source), Exif.orientation(file.exif()));
        WebpFile.requireSmall(picture);
        return picture;
    }

    private static Picture opened(PlatformReader reader, Orientation orientation) throws IOException {
        boolean done = false;
        try {
            Picture picture = new PlatformPicture(reader, orientation);
            done = true;
            return picture;
        } finally {
            if (!done) {
                reader.close();
            }
        }
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public Orientation orientation() {
        return orientation;
    }

    @Override
    public void decode(ImageShape wanted, RowTarget target) throws IOException {
        reader.send(target);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
