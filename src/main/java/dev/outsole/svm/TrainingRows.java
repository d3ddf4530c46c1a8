package dev.outsole.svm;

import dev.outsole.UserError;

/** What rows must be before an SVM may learn from them. */
final class TrainingRows {

    private TrainingRows() {}

    /** Checks rows {@code [n × d]}: at least two, all of one length, every entry finite. */
    static void check(float[][] rows) {
        if (rows.length < 2) {
            throw new UserError("one-class SVM: " + rows.length + " training rows; it needs at least two");
        }
        int width = rows[0].length;
        if (width == 0) {
            throw new UserError("one-class SVM: the training rows are empty; each needs at least one feature");
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != width) {
                throw new UserError("one-class SVM: row " + i + " has " + rows[i].length + " features, row 0 has "
                        + width + "; all rows must have the same length");
            }
            checkFinite(rows[i], i);
        }
    }

    private static void checkFinite(float[] row, int i) {
        for (int j = 0; j < row.length; j++) {
            if (!Float.isFinite(row[j])) {
                throw new UserError("one-class SVM: row " + i + ", column " + j + " is " + row[j]
                        + "; all features must be finite");
            }
        }
    }
}
