package dev.outsole.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import org.junit.jupiter.api.Test;

class ClassPairTest {
    private static final ImageClass SANDAL = new ImageClass(5, "Sandal");
    private static final ImageClass BOOT = new ImageClass(9, "Ankle boot");

    @Test
    void isNamedByBothClassesNormalFirst() {
        assertThat(new ClassPair(SANDAL, BOOT).slug()).isEqualTo("sandal-ankle-boot");
        assertThat(new ClassPair(BOOT, SANDAL).slug()).isEqualTo("ankle-boot-sandal");
    }

    @Test
    void theSameClassTwiceIsRefused() {
        assertThatThrownBy(() -> new ClassPair(BOOT, BOOT))
                .isInstanceOf(UserError.class)
                .hasMessage("normal and abnormal class are both 'ankle-boot': choose two different classes");
    }
}
