package dev.outsole.raster;

/** The formats of picture files, told by their first bytes, whatever a file is called. */
enum PictureFormat {
    JPEG,
    PNG,
    GIF,
    BMP,
    TIFF,
    WEBP;

    /** Of a file's first bytes: so many tell. */
    static final int TELLING = 16;

    /** @throws UnreadableImageException if it is none of them */
    static PictureFormat of(byte[] start) throws UnreadableImageException {
        if (start.length == 0) {
            throw new UnreadableImageException("empty file");
        }
        if (starts(start, 0, 0xff, 0xd8, 0xff)) {
            return JPEG;
        }
        if (starts(start, 0, 0x89, 'P', 'N', 'G')) {
            return PNG;
        }
        if (starts(start, 0, 'G', 'I', 'F', '8')) {
            return GIF;
        }
        if (starts(start, 0, 'B', 'M') && start.length == TELLING) {
            return BMP;
        }
        if (isTiff(start)) {
            return TIFF;
        }
        if (starts(start, 0, 'R', 'I', 'F', 'F') && starts(start, 8, 'W', 'E', 'B', 'P')) {
            return WEBP;
        }
        throw new UnreadableImageException(none(start));
    }

    /** TIFF in either order of bytes, and BigTIFF. */
    private static boolean isTiff(byte[] start) {
        return starts(start, 0, 'I', 'I', 42, 0)
                || starts(start, 0, 'M', 'M', 0, 42)
                || starts(start, 0, 'I', 'I', 43, 0)
                || starts(start, 0, 'M', 'M', 0, 43);
    }

    private static String none(byte[] start) {
        String others = "neither JPEG, PNG, GIF, BMP, TIFF nor WebP";
        if (starts(start, 4, 'f', 't', 'y', 'p')) {
            return others + ", but a HEIC or AVIF picture or a film: save it as one of these";
        }
        for (byte value : start) {
            if (value != 0) {
                return others;
            }
        }
        return others + ", but zeros: its content is lost";
    }

    private static boolean starts(byte[] content, int at, int... start) {
        if (content.length < at + start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((content[at + i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
