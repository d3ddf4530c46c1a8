package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void leavesOrdinaryNamesAlone() {
        assertThat(Printable.name("T-shirt/top")).isEqualTo("T-shirt/top");
        assertThat(Printable.name("<b>&\"' é 靴 👟")).isEqualTo("<b>&\"' é 靴 👟");
    }

    @Test
    void replacesWhatXmlCannotHold() {
        assertThat(Printable.name("a\u0000b\nc\uD800d\uFFFEe\u2028f"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
    }

    @Test
    void shortensWhatWouldFillThePicture() {
        assertThat(Printable.name("x".repeat(40))).isEqualTo("x".repeat(40));
        assertThat(Printable.name("x".repeat(41))).isEqualTo("x".repeat(39) + "…");
        assertThat(Printable.name("👟".repeat(41))).isEqualTo("👟".repeat(39) + "…");
    }
}
