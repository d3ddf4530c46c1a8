package dev.outsole.report;

/** Makes a name from outside, such as a class name from a configuration file, fit to stand in a picture. */
final class Printable {
    /** More than any sensible name, and little enough to leave room for the chart. */
    private static final int LONGEST = 40;

    private Printable() {}

    /**
     * The name in one line of at most 40 characters. What XML can't hold even when escaped (control characters, halves of surrogate
     * pairs, non-characters) becomes U+FFFD, the replacement character.
     */
    static String name(String name) {
        StringBuilder clean = new StringBuilder();
        name.codePoints().map(Printable::replaced).forEach(clean::appendCodePoint);
        int length = clean.codePointCount(0, clean.length());
        return length <= LONGEST
                ? clean.toString()
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static int replaced(int codePoint) {
        int type = Character.getType(codePoint);
        boolean unfit = type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (codePoint & 0xFFFE) == 0xFFFE;
        return unfit ? 0xFFFD : codePoint;
    }
}
