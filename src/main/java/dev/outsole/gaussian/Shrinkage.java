package dev.outsole.gaussian;

/**
 * How far a covariance matrix Σ is drawn towards a multiple of the identity: S = (1 − a) Σ + a μ I, with μ = tr Σ / d the mean variance.
 * Of all a, it is the one with the least expected squared error, estimated from the rows themselves: no setting, no label (Ledoit and Wolf
 * 2004, A well-conditioned estimator for large-dimensional covariance matrices).
 *
 * @param weight a in [0, 1]
 * @param meanVariance μ
 */
public record Shrinkage(double weight, double meanVariance) {

    /** The one for these rows. With ‖·‖² the squared entries' sum: a = min(β, δ) / δ, β = (mean of ‖z‖⁴ − ‖Σ‖²) / n, δ = ‖Σ − μ I‖². */
    public static Shrinkage ledoitWolf(Scatter scatter) {
        int width = scatter.dimension();
        double trace = 0;
        double squares = 0;
        for (int i = 0; i < width; i++) {
            trace += scatter.covariance(i, i);
            squares += scatter.covariance(i, i) * scatter.covariance(i, i);
            for (int j = i + 1; j < width; j++) {
                squares += 2 * scatter.covariance(i, j) * scatter.covariance(i, j);
            }
        }
        double mean = trace / width;
        double spread = squares - trace * mean;
        double error = Math.max(0, (scatter.fourthMoment() - squares) / scatter.rows());
        return new Shrinkage(error >= spread ? 1 : error / spread, mean);
    }

    /** Entry (i, j ≥ i) of S. */
    double covariance(Scatter scatter, int i, int j) {
        return (1 - weight) * scatter.covariance(i, j) + (i == j ? weight * meanVariance : 0);
    }
}
