package dev.outsole.raster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.image.ImageShape;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pictures that were changed at random are scored or rejected, and nothing else happens. {@code -Doutsole.mutations=10000} tries so many of each
 * file; the seed is fixed.
 */
class MutatedPicturesTest {
    private static final int MUTATIONS = Integer.getInteger("outsole.mutations", 30);
    private static final ImageShape SHAPE = new ImageShape(28, 28);
    private static final Duration HANGING = Duration.ofSeconds(30);

    static Stream<String> names() {
        return FixturePictures.means().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void areScoredOrRejected(String name) {
        byte[] whole = FixturePictures.content(name);
        Random random = new Random(name.hashCode());
        int rejected = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutated(whole, random);
            rejected += Assertions.assertTimeoutPreemptively(HANGING, () -> isRejected(mutated)) ? 1 : 0;
        }

        assertThat(rejected).isPositive();
    }

    private static boolean isRejected(byte[] content) {
        try {
            assertThat(ImageFile.pixels(content, SHAPE)).hasSize(SHAPE.pixels());
            return false;
        } catch (UnreadableImageException e) {
            assertThat(e).hasMessageNotContaining("null");
            return true;
        }
    }

    /** Cut off, or up to eight bytes changed: anywhere, or near its start, where the headers are. */
    private static byte[] mutated(byte[] whole, Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        byte[] mutated = whole.clone();
        int range = random.nextBoolean() ? mutated.length : Math.min(mutated.length, 200);
        for (int i = random.nextInt(8); i >= 0; i--) {
            mutated[random.nextInt(range)] = (byte) (random.nextInt(3) == 0 ? 255 : random.nextInt(256));
        }
        return mutated;
    }
}
