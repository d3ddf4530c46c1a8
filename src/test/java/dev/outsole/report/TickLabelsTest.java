package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickLabelsTest {
    @Test
    void writesAllNumbersWithTheSameDecimals() {
        TickLabels labels = new TickLabels(1);

        assertThat(labels.apply(0.30000000000000004)).isEqualTo("0.3");
        assertThat(labels.apply(1.0)).isEqualTo("1.0");
        assertThat(labels.apply(-2.0)).as("with a minus, not a hyphen").isEqualTo("\u22122.0");
        assertThat(labels.apply(-1e-17)).as("no negative zero").isEqualTo("0.0");
        assertThat(new TickLabels(0).apply(1e12)).isEqualTo("1000000000000");
    }

    @Test
    void remembersWhatItWrote() {
        TickLabels labels = new TickLabels(0);
        labels.apply(1.0);
        labels.apply(2.0);

        assertThat(labels.written()).containsExactlyInAnyOrder("1", "2");
    }
}
