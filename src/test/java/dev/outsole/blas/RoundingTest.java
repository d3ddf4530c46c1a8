package dev.outsole.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void aMachineRoundsAlikeEachTime() {
        assertThat(Rounding.ofThisMachine())
                .isEqualTo(Rounding.ofThisMachine())
                .matches(Pattern.quote(System.getProperty("java.runtime.version")) + " [0-9a-f]{12}");
    }
}
