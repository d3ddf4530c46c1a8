package dev.outsole.raster;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** An ICC profile by which colours are made those of sRGB, such as Adobe RGB's. */
final class Profile {
    private static final int STEP = 51;
    /** Profiles of sRGB differ in their roundings. */
    private static final int ALIKE = 3;

    private final ColorConvertOp conversion;

    private Profile(ColorConvertOp conversion) {
        this.conversion = conversion;
    }

    /** Of RGB colours; none if it is sRGB's, or of no use, for which a picture is not to blame. */
    static Optional<Profile> of(Optional<byte[]> content) {
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            ICC_Profile own = ICC_Profile.getInstance(content.get());
            if (own.getColorSpaceType() != ColorSpace.TYPE_RGB) {
                return Optional.empty();
            }
            ICC_Profile[] both = {own, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
            Profile profile = new Profile(new ColorConvertOp(both, null));
            return profile.changesNothing() ? Optional.empty() : Optional.of(profile);
        } catch (IllegalArgumentException | CMMException e) {
            return Optional.empty();
        }
    }

    private boolean changesNothing() {
        byte[] colours = new byte[3 * 6 * 6 * 6];
        for (int i = 0; i < 216; i++) {
            colours[3 * i] = (byte) (i / 36 * STEP);
            colours[3 * i + 1] = (byte) (i / 6 % 6 * STEP);
            colours[3 * i + 2] = (byte) (i % 6 * STEP);
        }
        byte[] converted = colours.clone();
        convert(converted);
        for (int i = 0; i < colours.length; i++) {
            if (Math.abs((colours[i] & 0xff) - (converted[i] & 0xff)) > ALIKE) {
                return false;
            }
        }
        return true;
    }

    /** Converts pixels of three bytes in place. */
    void convert(byte[] rgb) {
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(rgb, rgb.length), rgb.length / 3, 1, rgb.length, 3, new int[] {0, 1, 2}, null);
        Raster converted = conversion.filter(raster, null);
        System.arraycopy(converted.getDataElements(0, 0, rgb.length / 3, 1, null), 0, rgb, 0, rgb.length);
    }
}
