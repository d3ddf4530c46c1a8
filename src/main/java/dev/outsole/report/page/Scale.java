package dev.outsole.report.page;

/**
 * A diverging scale of colours, the same number of them on either side of its middle.
 *
 * @param name of its class in the style sheet
 * @param middle the value that has the neutral colour
 * @param reach how far from it the strongest colours are
 * @param lowMeaning what values below the middle mean, {@code highMeaning}: above
 */
record Scale(String name, double middle, double reach, String lowMeaning, String highMeaning) {
    /** Colours on either side. */
    static final int LEVELS = 20;

    /** From −{@link #LEVELS} to that. */
    int level(double value) {
        long level = Math.round((value - middle) / reach * LEVELS);
        return (int) Math.max(-LEVELS, Math.min(LEVELS, level));
    }
}
