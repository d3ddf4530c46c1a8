package dev.outsole.svm;

import dev.outsole.InvalidSetting;
import java.io.Serializable;

/** The width parameter γ of the kernel exp(−γ ‖x − y‖²), given as scikit-learn gives it: {@code scale}, {@code auto} or a number. */
public sealed interface Gamma extends Serializable {

    /** 1 / (d · var(X)), with the population variance over all entries of the training rows; 1 if they are all equal. */
    record Scale() implements Gamma {
        @Override
        public double resolve(float[][] rows) {
            double variance = variance(rows);
            return variance == 0 ? 1 : 1 / (rows[0].length * variance);
        }

        @Override
        public String toString() {
            return "scale";
        }
    }

    /** 1 / d. */
    record Auto() implements Gamma {
        @Override
        public double resolve(float[][] rows) {
            return 1.0 / rows[0].length;
        }

        @Override
        public String toString() {
            return "auto";
        }
    }

    /** A positive number. */
    record Value(double value) implements Gamma {
        private static final String MEND = "give 'scale', 'auto' or a positive number";

        public Value {
            if (!(value > 0 && Double.isFinite(value))) {
                throw new InvalidSetting("gamma", value, MEND);
            }
        }

        @Override
        public double resolve(float[][] rows) {
            return value;
        }

        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /** γ for these training rows {@code [n × d]}. */
    double resolve(float[][] rows);

    /** The text form: {@code scale}, {@code auto} or a positive number. */
    static Gamma parse(String text) {
        return switch (text) {
            case "scale" -> new Scale();
            case "auto" -> new Auto();
            default -> new Value(number(text));
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidSetting("gamma", text, Value.MEND);
        }
    }

    /** Two passes, since the sum of squares alone would lose digits. */
    private static double variance(float[][] rows) {
        long count = (long) rows.length * rows[0].length;
        double sum = 0;
        for (float[] row : rows) {
            for (float entry : row) {
                sum += entry;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (float[] row : rows) {
            for (float entry : row) {
                squares += (entry - mean) * (entry - mean);
            }
        }
        return squares / count;
    }
}
