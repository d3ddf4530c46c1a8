package dev.outsole.sweep;

/** A 95 % confidence interval of an AUC, cut off at 0 and 1. */
public record AucInterval(double low, double high) {
    /** The standard normal's 97.5 % quantile. */
    private static final double QUANTILE = 1.959963984540054;

    /**
     * The interval by the standard error of Hanley and McNeil (1982), "The meaning and use of the area under a receiver operating
     * characteristic (ROC) curve": A ± 1.96 SE with SE² = (A (1 − A) + (p − 1) (Q₁ − A²) + (q − 1) (Q₂ − A²)) / (p q), Q₁ = A / (2 − A)
     * and Q₂ = 2 A² / (1 + A).
     *
     * @param positives p, number of images of the positive class; {@code negatives}, q: of the other
     */
    public static AucInterval hanleyMcNeil(double auc, long positives, long negatives) {
        double square = auc * auc;
        double variance = (auc * (1 - auc)
                        + (positives - 1) * (auc / (2 - auc) - square)
                        + (negatives - 1) * (2 * square / (1 + auc) - square))
                / ((double) positives * negatives);
        double half = QUANTILE * Math.sqrt(Math.max(0, variance));
        return new AucInterval(Math.max(0, auc - half), Math.min(1, auc + half));
    }
}
