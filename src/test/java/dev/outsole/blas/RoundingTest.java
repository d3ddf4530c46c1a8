package dev.outsole.blas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void aMachineRoundsAlikeEachTime() {
        assertThat(Rounding.ofThisMachine())
                .isEqualTo(Rounding.ofThisMachine())
                .startsWith(System.getProperty("java.runtime.version") + " ")
                .matches("\\S+ [0-9a-f]{12}");
    }
}
