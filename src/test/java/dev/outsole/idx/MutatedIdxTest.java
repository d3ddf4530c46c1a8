package dev.outsole.idx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IDX files that were changed at random are read or refused in words. {@code -Doutsole.mutations=10000} tries so many; the seed is fixed. */
class MutatedIdxTest {
    private static final int MUTATIONS = Integer.getInteger("outsole.mutations", 2000);
    private static final byte[] IMAGES = IdxBytes.images(
            20, new ImageShape(5, 4), new Random(1).ints(400, 0, 256).toArray());

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(600)
    void areReadOrRefused(boolean packed) throws IOException {
        byte[] whole = packed ? IdxBytes.gzip(IMAGES) : IMAGES;
        Random random = new Random(2);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            refused += isRefused(mutated(whole, random)) ? 1 : 0;
        }

        assertThat(refused).isBetween(MUTATIONS / 20, MUTATIONS - 1);
    }

    private static boolean isRefused(byte[] content) throws IOException {
        try (IdxPixels images = IdxPixels.open("images", new ByteArrayInputStream(content))) {
            while (images.hasNext()) {
                assertThat(images.next()).hasSize(images.shape().pixels());
            }
            return false;
        } catch (UserError e) {
            assertThat(e).hasMessageStartingWith("images: at offset ").hasMessageNotContaining("null");
            return true;
        }
    }

    /** Cut off, or up to eight bytes changed: anywhere, or in the header. */
    private static byte[] mutated(byte[] whole, Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        byte[] mutated = whole.clone();
        int range = random.nextBoolean() ? mutated.length : 16;
        for (int i = random.nextInt(8); i >= 0; i--) {
            mutated[random.nextInt(range)] = (byte) random.nextInt(256);
        }
        return mutated;
    }
}
