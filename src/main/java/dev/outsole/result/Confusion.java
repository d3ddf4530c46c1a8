package dev.outsole.result;

import java.util.List;

/**
 * Confusion matrix at the detector's own threshold, in images.
 *
 * @param abnormalCaught abnormal images predicted abnormal
 * @param abnormalMissed abnormal images predicted normal
 * @param normalRejected normal images predicted abnormal: false alarms
 * @param normalKept normal images predicted normal
 */
public record Confusion(long abnormalCaught, long abnormalMissed, long normalRejected, long normalKept) {

    /** Counts scores; {@code normal} is the label of the normal class. */
    public static Confusion of(List<Score> scores, int normal) {
        long caught = scores.stream()
                .filter(s -> s.label() != normal && !s.predictedNormal())
                .count();
        long missed = scores.stream()
                .filter(s -> s.label() != normal && s.predictedNormal())
                .count();
        long rejected = scores.stream()
                .filter(s -> s.label() == normal && !s.predictedNormal())
                .count();
        return new Confusion(caught, missed, rejected, scores.size() - caught - missed - rejected);
    }

    /** Normal images in all. */
    public long normals() {
        return normalKept + normalRejected;
    }

    /** Abnormal images in all. */
    public long abnormals() {
        return abnormalCaught + abnormalMissed;
    }
}
