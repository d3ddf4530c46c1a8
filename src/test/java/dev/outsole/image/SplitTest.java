package dev.outsole.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

    @Test
    void isFoundByItsKey() {
        assertThat(Split.of("train")).isSameAs(Split.TRAIN);
        assertThat(Split.of("test")).isSameAs(Split.TEST);
        assertThat(Split.TEST.key()).isEqualTo("test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validation", "t10k", ""})
    void anUnknownKeyIsRefused(String key) {
        assertThatThrownBy(() -> Split.of(key))
                .isInstanceOf(UserError.class)
                .hasMessage("unknown split '" + key + "': it is train or test");
    }
}
