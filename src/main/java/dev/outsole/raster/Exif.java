package dev.outsole.raster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The one thing that is needed of a TIFF structure, which EXIF data are as well: the tag Orientation of its first directory. */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Exif() {}

    static Orientation orientation(Optional<byte[]> exif) {
        if (exif.isEmpty()) {
            return Orientation.UPRIGHT;
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(exif.get()))) {
            return orientation(in);
        } catch (IOException e) {
            return Orientation.UPRIGHT;
        }
    }

    /** Of a structure that starts where the stream stands at 0. */
    static Orientation orientation(ImageInputStream in) throws IOException {
        in.seek(0);
        in.setByteOrder(in.readUnsignedByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.seek(4);
        long directory = in.readUnsignedInt();
        in.seek(directory);
        int entries = in.readUnsignedShort();
        for (int i = 0; i < entries; i++) {
            in.seek(directory + 2 + (long) ENTRY * i);
            if (in.readUnsignedShort() == ORIENTATION && in.readUnsignedShort() == SHORT) {
                in.skipBytes(4);
                return Orientation.of(in.readUnsignedShort());
            }
        }
        return Orientation.UPRIGHT;
    }
}
