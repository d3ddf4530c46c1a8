package dev.outsole.raster;

import dev.outsole.InvalidSetting;
import java.io.Serializable;

/**
 * What a picture may be at most: a file of a few kilobytes can hold more pixels than anyone wants to wait for.
 *
 * @param maxPixels height times width
 * @param maxSide height or width
 * @param maxScans scans of a JPEG file, each of which takes as long as a plain file
 */
public record PictureLimits(long maxPixels, int maxSide, int maxScans) implements Serializable {
    public static final PictureLimits DEFAULT = new PictureLimits(64_000_000, 65_535, 64);

    public PictureLimits {
        if (maxPixels < 1) {
            throw new InvalidSetting("maxPixels", maxPixels, "give a whole number of at least 1");
        }
        if (maxSide < 1) {
            throw new InvalidSetting("maxSide", maxSide, "give a whole number of at least 1");
        }
        if (maxScans < 1) {
            throw new InvalidSetting("maxScans", maxScans, "give a whole number of at least 1");
        }
    }

    void check(int height, int width) throws UnreadableImageException {
        String size = height + " × " + width + " pixels";
        if (Math.max(height, width) > maxSide) {
            throw new UnreadableImageException(
                    size + ": a side of more than the " + maxSide + " that outsole.pictures.max-side allows");
        }
        if ((long) height * width > maxPixels) {
            throw new UnreadableImageException(
                    size + ", more than the " + maxPixels + " that outsole.pictures.max-pixels allows");
        }
    }

    void checkScans(int scans) throws UnreadableImageException {
        if (scans > maxScans) {
            throw new UnreadableImageException(
                    scans + " scans, more than the " + maxScans + " that outsole.pictures.max-scans allows");
        }
    }
}
