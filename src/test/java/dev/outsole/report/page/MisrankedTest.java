package dev.outsole.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.result.Score;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MisrankedTest {
    /** 40 images, classes 0 and 1 in turn, decision values 0, 1, 2, … but two that tie. */
    private static final List<Score> SCORES = IntStream.range(0, 40)
            .mapToObj(i -> new Score(i, i % 2, i == 38 ? 36 : i, true, List.of()))
            .toList();

    @Test
    void theMostAbnormalNormalsComeFirst() {
        assertThat(Misranked.mostAbnormal(SCORES, 1)).hasSize(Misranked.COUNT).startsWith(1, 3, 5);
    }

    @Test
    void tiesGoByIndex() {
        assertThat(Misranked.mostNormal(SCORES, 0)).hasSize(Misranked.COUNT).startsWith(36, 38, 34);
    }

    @Test
    void aSmallClassIsShownWhole() {
        assertThat(Misranked.mostNormal(SCORES.subList(0, 3), 0)).containsExactly(2, 0);
    }
}
