package dev.outsole.report;

/**
 * One test image as a point of the 2-D embedding.
 *
 * @param first its coordinate in the first unit of the bottleneck
 * @param second its coordinate in the second unit
 * @param normal whether it is of the normal class
 * @param predictedNormal whether the detector takes it for normal
 */
public record EmbeddedPoint(double first, double second, boolean normal, boolean predictedNormal) {
    public EmbeddedPoint {
        if (!(Double.isFinite(first) && Double.isFinite(second))) {
            throw new IllegalArgumentException(
                    "embedding (" + first + ", " + second + "): both coordinates must be finite");
        }
    }
}
