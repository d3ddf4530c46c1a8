package dev.outsole.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The file formats of a picture. The same picture always gives the same bytes: no dates, no random ids. */
public enum PictureFormat {
    /** Pixels, for slides and chat: two per user unit, so that it stays sharp on a dense screen and in print. */
    PNG {
        @Override
        byte[] encode(Picture picture) {
            return PngEncoder.encode(PngEncoder.raster(picture));
        }
    },
    /** Vectors in UTF-8, for papers and pages. Text stays text. */
    SVG {
        @Override
        byte[] encode(Picture picture) {
            return SvgEncoder.encode(picture);
        }
    };

    /** The whole file. */
    abstract byte[] encode(Picture picture);

    /**
     * Writes the picture and flushes, all or, if it can't be painted, nothing. The stream stays open, since it is the caller's.
     *
     * @throws IOException if the stream fails
     */
    public void write(Picture picture, OutputStream out) throws IOException {
        out.write(encode(picture));
        out.flush();
    }

    /** For example {@code roc.svg}. */
    public String fileName(Picture picture) {
        return picture.name() + "." + name().toLowerCase(Locale.ROOT);
    }
}
