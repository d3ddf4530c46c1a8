package dev.outsole.pixel;

/** Directions in eighths of a circle. {@link Math#atan2} takes longer than all else that is done with a pixel. */
final class Octant {
    private static final double EIGHTHS = 4 / Math.PI;

    private Octant() {}

    /**
     * From 0 (to the right), clockwise, up to 8, which is 0 again; to within 2e-6.
     *
     * @param down positive downwards; not 0 where {@code right} is
     */
    static float turn(float right, float down) {
        float across = Math.abs(right);
        float along = Math.abs(down);
        float inQuadrant = across >= along ? eighths(along / across) : 2 - eighths(across / along);
        float inHalf = right >= 0 ? inQuadrant : 4 - inQuadrant;
        return down >= 0 ? inHalf : 8 - inHalf;
    }

    /** The arc tangent of z, from 0 to 1, by a polynomial to within 2e-8 (Abramowitz and Stegun 1964, 4.4.49). */
    private static float eighths(float z) {
        double s = (double) z * z;
        double series = -0.0161657367 + 0.0028662257 * s;
        series = 0.0429096138 + series * s;
        series = -0.0752896400 + series * s;
        series = 0.1065626393 + series * s;
        series = -0.1420889944 + series * s;
        series = 0.1999355085 + series * s;
        series = -0.3333314528 + series * s;
        return (float) (EIGHTHS * z * (1 + series * s));
    }
}
