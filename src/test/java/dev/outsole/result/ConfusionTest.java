package dev.outsole.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    private static final int NORMAL = 5;
    private static final int ABNORMAL = 7;

    /** One caught, two missed, three rejected, four kept. */
    @Test
    void countsEachKind() {
        List<Score> scores = List.of(
                score(ABNORMAL, false),
                score(ABNORMAL, true),
                score(ABNORMAL, true),
                score(NORMAL, false),
                score(NORMAL, false),
                score(NORMAL, false),
                score(NORMAL, true),
                score(NORMAL, true),
                score(NORMAL, true),
                score(NORMAL, true));

        assertThat(Confusion.of(scores, NORMAL)).isEqualTo(new Confusion(1, 2, 3, 4));
    }

    @Test
    void everyOtherClassIsAbnormal() {
        assertThat(Confusion.of(List.of(score(0, false), score(1, false), score(2, true)), NORMAL))
                .isEqualTo(new Confusion(2, 1, 0, 0));
    }

    @Test
    void countsNothingInNothing() {
        assertThat(Confusion.of(List.of(), NORMAL)).isEqualTo(new Confusion(0, 0, 0, 0));
    }

    /** The detector's word counts, not the sign of its value: another threshold than 0 is its own business. */
    private static Score score(int label, boolean predictedNormal) {
        return new Score(0, label, 0.25, predictedNormal, List.of());
    }
}
