package dev.outsole.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** How numbers and names stand in text. */
final class Figures {

    private Figures() {}

    /** An AUC or another rate: {@code 0.9073}. */
    static String rate(double value) {
        return format("%.4f", value);
    }

    /** With its sign, the typographer's: {@code +0.0421}, {@code −0.1059}. */
    static String signed(double value) {
        String text = format("%+.4f", value).replace('-', '−');
        return text.endsWith("0.0000") ? "0.0000" : text;
    }

    /** At the end of a scale: {@code 0.5}, {@code −0.3}. */
    static String tick(double value) {
        return format("%.1f", value).replace('-', '−').replaceFirst("\\.0$", "");
    }

    /** Above 0 as every p-value is: {@code p = 0.012}, {@code p < 0.001}, {@code p < 1e-6}; none is told from less than 1e-15. */
    static String pValue(double value) {
        int decade = (int) Math.min(15, Math.ceil(-Math.log10(value)) - 1);
        if (value >= 0.001) {
            return format("p = %.3f", value);
        }
        return decade <= 3 ? "p < 0.001" : "p < 1e-" + decade;
    }

    static String seconds(double value) {
        return value < 99.95
                ? format("%.1f s", value)
                : format("%.0f min %02.0f s", Math.floor(value / 60), value % 60);
    }

    /** How long a model took to learn: {@code 0.42 s}, {@code 12.3 s}. */
    static String fit(double value) {
        return value < 9.995 ? format("%.2f s", value) : seconds(value);
    }

    /** Three digits of a rate: {@code 138,000}, {@code 0.25}. */
    static String perSecond(double value) {
        return value < 100 ? format("%.3g", value) : format("%,.0f", new BigDecimal(value).round(new MathContext(3)));
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String and(List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
