package dev.outsole.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.image.ImageShape;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticAnomalyTest {
    private static final ImageShape SHAPE = new ImageShape(3, 4);
    /** Rows 1 2 3 4, 5 6 7 8, 9 10 11 12. */
    private static final float[] IMAGE = image(1);

    private static final float[] OTHER = image(101);

    private static float[] image(int first) {
        float[] image = new float[12];
        IntStream.range(0, 12).forEach(i -> image[i] = first + i);
        return image;
    }

    private static Set<List<Float>> drawn(SyntheticAnomaly kind) {
        Random random = new Random(1);
        Set<List<Float>> drawn = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            drawn.add(list(kind.of(IMAGE, OTHER, SHAPE, random)));
        }
        return drawn;
    }

    private static List<Float> list(float... values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    /** A seventh of 3 or 4 is rounded up to 1. */
    @Test
    void shiftsByASeventhInEachDirection() {
        assertThat(drawn(SyntheticAnomaly.SHIFT))
                .containsExactlyInAnyOrder(
                        list(0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8),
                        list(5, 6, 7, 8, 9, 10, 11, 12, 0, 0, 0, 0),
                        list(0, 1, 2, 3, 0, 5, 6, 7, 0, 9, 10, 11),
                        list(2, 3, 4, 0, 6, 7, 8, 0, 10, 11, 12, 0));
    }

    @Test
    void flipsEitherWay() {
        assertThat(drawn(SyntheticAnomaly.FLIP))
                .containsExactlyInAnyOrder(
                        list(9, 10, 11, 12, 5, 6, 7, 8, 1, 2, 3, 4), list(4, 3, 2, 1, 8, 7, 6, 5, 12, 11, 10, 9));
    }

    /** Rectangles are 1 or 2 high and 1 or 2 wide: at 3 · 4 + 3 · 3 + 2 · 4 + 2 · 3 = 35 places. */
    @Test
    void erasesRectanglesAnywhere() {
        Set<List<Float>> drawn = drawn(SyntheticAnomaly.ERASE);

        assertThat(drawn).hasSizeBetween(25, 35).allSatisfy(image -> {
            assertThat(image.stream().filter(value -> value == 0).count()).isIn(1L, 2L, 4L);
            assertThat(IntStream.range(0, 12).filter(i -> image.get(i) != 0))
                    .allSatisfy(i -> assertThat(image.get(i)).isEqualTo(IMAGE[i]));
        });
    }

    @Test
    void mixesInTheSamePlaceOfAnother() {
        assertThat(drawn(SyntheticAnomaly.MIX)).allSatisfy(image -> {
            assertThat(image.stream().filter(value -> value > 100).count()).isIn(1L, 2L, 4L);
            assertThat(IntStream.range(0, 12))
                    .allSatisfy(i -> assertThat(image.get(i)).isIn(IMAGE[i], OTHER[i]));
        });
    }

    @Test
    void theImagesStayAsTheyWere() {
        for (SyntheticAnomaly kind : SyntheticAnomaly.values()) {
            kind.of(IMAGE, OTHER, SHAPE, new Random(3));
        }

        assertThat(IMAGE).isEqualTo(image(1));
        assertThat(OTHER).isEqualTo(image(101));
    }
}
