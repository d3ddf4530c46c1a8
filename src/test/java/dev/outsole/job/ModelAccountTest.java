package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.image.ImageClass;
import dev.outsole.sweep.ModelKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelAccountTest {
    private static final ModelKey BAG = new ModelKey("pixels", new ImageClass(8, "Bag"), 1);
    private static final ModelKey SANDAL = new ModelKey("pixels", new ImageClass(5, "Sandal"), 1);

    private static ModelAccount account(ModelKey... kept) {
        return new ModelAccount(List.of(BAG, SANDAL), Set.of(kept)::contains);
    }

    @Test
    void eachModelIsKeptOrHasFailed() {
        assertThat(account(BAG, SANDAL).failures(Map.of())).isEmpty();
        assertThat(account(BAG).failures(Map.of(SANDAL.path(), "boom")))
                .containsExactly(Map.entry(SANDAL.path(), "boom"));
    }

    /** Lost without a word, as by a thread that died. */
    @Test
    void oneThatIsNeitherIsNamed() {
        assertThatThrownBy(() -> account(BAG).failures(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("1 of 2 models were neither kept nor did they fail: pixels sandal seed 1");
    }

    @Test
    void oneThatIsKeptHasNotFailed() {
        assertThat(account(BAG, SANDAL).failures(Map.of(BAG.path(), "the connection was reset")))
                .isEmpty();
    }
}
