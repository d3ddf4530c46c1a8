package dev.outsole.jpeg;

/** What the components of a JPEG file are. */
public enum JpegColours {
    GREY,
    YCBCR,
    RGB,
    CMYK,
    /** Ink as Adobe's programs write it: 255 is none. */
    INVERTED_CMYK,
    /** The same, its first three as luma and chroma. */
    INVERTED_YCCK,
    /** Of another number of components than 1, 3 and 4. */
    UNKNOWN;

    private static final int NO_TRANSFORM = 0;
    private static final int YCCK_TRANSFORM = 2;

    /**
     * By the rules that libjpeg goes by.
     *
     * @param adobe the colour transform that Adobe's segment names, or -1 without such a segment
     */
    static JpegColours of(JpegFrame frame, boolean jfif, int adobe) {
        return switch (frame.components().size()) {
            case 1 -> GREY;
            case 3 -> isRgb(frame, jfif, adobe) ? RGB : YCBCR;
            case 4 -> adobe < 0 ? CMYK : adobe == YCCK_TRANSFORM ? INVERTED_YCCK : INVERTED_CMYK;
            default -> UNKNOWN;
        };
    }

    private static boolean isRgb(JpegFrame frame, boolean jfif, int adobe) {
        if (jfif || adobe >= 0) {
            return !jfif && adobe == NO_TRANSFORM;
        }
        StringBuilder ids = new StringBuilder();
        frame.components().forEach(component -> ids.append((char) component.id()));
        return ids.toString().equals("RGB");
    }
}
