package dev.outsole.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TuningImagesTest {
    private static final ImageShape SHAPE = new ImageShape(2, 2);

    private static float[][] normals(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new float[] {i, i, i, i + 0.5f})
                .toArray(float[][]::new);
    }

    @Test
    void aSixthIsHeldOut() {
        TuningImages images = TuningImages.draw(normals(31), SHAPE, 7);

        List<float[]> all = new ArrayList<>(Arrays.asList(images.learnt()));
        all.addAll(Arrays.asList(images.heldOut()));
        assertThat(images.heldOut()).hasDimensions(5, 4);
        assertThat(all).containsExactlyInAnyOrder(normals(31));
        assertThat(images.abnormal()).containsOnlyKeys("shift", "flip", "erase", "mix");
        assertThat(images.abnormal().values())
                .allSatisfy(made -> assertThat(made).hasDimensions(5, 4));
    }

    /** The four pixels of an image have its number; at least one of a mixed image has another's, which is held out as well. */
    @Test
    void nothingLearntIsMixedIn() {
        TuningImages images = TuningImages.draw(normals(60), SHAPE, 7);

        List<Integer> heldOut =
                Arrays.stream(images.heldOut()).map(TuningImagesTest::number).toList();
        assertThat(Arrays.asList(images.abnormal().get("mix"))).allSatisfy(image -> {
            List<Integer> sources = IntStream.range(0, 4)
                    .mapToObj(i -> (int) Math.floor(image[i]))
                    .distinct()
                    .toList();
            assertThat(sources).hasSize(2).isSubsetOf(heldOut);
        });
    }

    private static int number(float[] image) {
        return (int) image[0];
    }

    @Test
    void theSeedDecides() {
        assertThat(TuningImages.draw(normals(30), SHAPE, 1))
                .usingRecursiveComparison()
                .isEqualTo(TuningImages.draw(normals(30), SHAPE, 1))
                .isNotEqualTo(TuningImages.draw(normals(30), SHAPE, 2));
    }

    @Test
    void tooFewAreRefused() {
        assertThatThrownBy(() -> TuningImages.draw(normals(23), SHAPE, 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("23 normal images");
    }
}
