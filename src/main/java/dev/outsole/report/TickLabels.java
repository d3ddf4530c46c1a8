package dev.outsole.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * The numbers on an axis, all with the same decimals and the same on every machine, whatever its locale. Remembers what it has
 * written, since XChart doesn't tell which ticks it has chosen.
 */
final class TickLabels implements Function<Double, String> {
    private final int decimals;
    private final Set<String> written = new HashSet<>();

    TickLabels(int decimals) {
        this.decimals = decimals;
    }

    @Override
    public String apply(Double value) {
        // Unlike String.format, a BigDecimal has no negative zero.
        String label = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString()
                .replace('-', '−');
        written.add(label);
        return label;
    }

    Set<String> written() {
        return Set.copyOf(written);
    }
}
