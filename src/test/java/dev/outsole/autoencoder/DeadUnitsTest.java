package dev.outsole.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeadUnitsTest {

    @Test
    void aUnitThatIsEverAboveZeroLives() {
        assertThat(DeadUnits.count(List.of(new float[] {0, 1}, new float[] {Float.MIN_VALUE, 0}), 2))
                .isZero();
    }

    @Test
    void unitsThatAreAlwaysZeroAreCounted() {
        assertThat(DeadUnits.count(List.of(new float[] {0, 1, 0}, new float[] {0, 0, 0}), 3))
                .isEqualTo(2);
        assertThat(DeadUnits.count(List.of(new float[] {0, 0}, new float[] {0, -0.0f}), 2))
                .isEqualTo(2);
    }

    @Test
    void withoutImagesNoUnitHasLived() {
        assertThat(DeadUnits.count(List.of(), 2)).isEqualTo(2);
    }
}
