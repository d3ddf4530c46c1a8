package dev.outsole.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void fitsHaveMoreDigitsTheShorterTheyAre() {
        assertThat(Figures.fit(0.4249)).isEqualTo("0.42 s");
        assertThat(Figures.fit(9.996)).isEqualTo("10.0 s");
        assertThat(Figures.fit(125.4)).isEqualTo("2 min 05 s");
    }

    /** A p-value of 0.001 is not below 0.001. */
    @Test
    void smallPValuesAreBelowAPowerOfTen() {
        assertThat(Figures.pValue(0.0124)).isEqualTo("p = 0.012");
        assertThat(Figures.pValue(0.001)).isEqualTo("p = 0.001");
        assertThat(Figures.pValue(0.0004)).isEqualTo("p < 0.001");
        assertThat(Figures.pValue(0.00002)).isEqualTo("p < 1e-4");
        assertThat(Figures.pValue(3.2e-7)).isEqualTo("p < 1e-6");
        assertThat(Figures.pValue(Double.MIN_NORMAL)).isEqualTo("p < 1e-15");
    }

    @Test
    void ratesHaveThreeDigits() {
        assertThat(Figures.perSecond(138_456)).isEqualTo("138,000");
        assertThat(Figures.perSecond(2_416)).isEqualTo("2,420");
        assertThat(Figures.perSecond(99.94)).isEqualTo("99.9");
        assertThat(Figures.perSecond(0.25)).isEqualTo("0.250");
    }
}
