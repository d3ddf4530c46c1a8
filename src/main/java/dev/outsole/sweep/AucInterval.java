package dev.outsole.sweep;

/** A 95 % confidence interval of an AUC, within 0 and 1. */
public record AucInterval(double low, double high) {
    /** The standard normal's 97.5 % quantile. */
    private static final double QUANTILE = 1.959963984540054;

    /** Halvings of an interval until its ends are neighbours among doubles, or nearly. */
    private static final int HALVINGS = 60;

    /**
     * The interval of Hanley and McNeil, {@link #hanleyMcNeil}, where it lies within 0 and 1; else that of Newcombe, {@link #newcombe}. Near 0
     * and 1 the former is too narrow, and at 0 and 1 it has no width at all: as if ten images could prove that no image is ever mistaken.
     *
     * @param positives number of images of the positive class, at least 1; {@code negatives}: of the other
     */
    public static AucInterval of(double auc, long positives, long negatives) {
        AucInterval symmetric = hanleyMcNeil(auc, positives, negatives);
        return symmetric.low > 0 && symmetric.high < 1 ? symmetric : newcombe(auc, positives, negatives);
    }

    /**
     * The interval by the standard error of Hanley and McNeil (1982), "The meaning and use of the area under a receiver operating
     * characteristic (ROC) curve": A ± 1.96 SE with SE² = (A (1 − A) + (p − 1) (Q₁ − A²) + (q − 1) (Q₂ − A²)) / (p q), Q₁ = A / (2 − A)
     * and Q₂ = 2 A² / (1 + A).
     *
     * @param positives p, number of images of the positive class; {@code negatives}, q: of the other
     */
    static AucInterval hanleyMcNeil(double auc, long positives, long negatives) {
        double square = auc * auc;
        double variance = (auc * (1 - auc)
                        + (positives - 1) * (auc / (2 - auc) - square)
                        + (negatives - 1) * (2 * square / (1 + auc) - square))
                / ((double) positives * negatives);
        double half = QUANTILE * Math.sqrt(Math.max(0, variance));
        return new AucInterval(Math.max(0, auc - half), Math.min(1, auc + half));
    }

    /**
     * The interval of Newcombe (2006), "Confidence intervals for an effect size measure based on the Mann–Whitney statistic, part 2", method 5:
     * all θ with |A − θ| ≤ 1.96 SE(θ). The standard error is Hanley's and McNeil's at θ, not at the A that was found (as in Wilson's interval for
     * a proportion), with (p + q) / 2 − 1 in place of both p − 1 and q − 1.
     */
    static AucInterval newcombe(double auc, long positives, long negatives) {
        double others = (positives + negatives) / 2.0 - 1;
        double product = (double) positives * negatives;
        return new AucInterval(lowerNewcombe(auc, others, product), 1 - lowerNewcombe(1 - auc, others, product));
    }

    private static double lowerNewcombe(double auc, double others, double product) {
        double low = 0;
        double high = auc;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double variance = middle
                    * (1 - middle)
                    * (1 + others * ((1 - middle) / (2 - middle) + middle / (1 + middle)))
                    / product;
            if (auc - middle > QUANTILE * Math.sqrt(variance)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
