package dev.outsole.result;

import java.util.List;

/**
 * How well decision values separate normal from abnormal, whatever the threshold; positive class = normal.
 *
 * @param auc area under the ROC curve in [0, 1], 0.5 = chance; ties count half
 * @param averagePrecision Σ (Rᵢ − Rᵢ₋₁) Pᵢ over the distinct decision values, as scikit-learn defines it, in [0, 1]
 * @param roc the curve, from (0, 0) to (1, 1)
 */
public record Ranking(double auc, double averagePrecision, List<RocPoint> roc) {

    public Ranking {
        roc = List.copyOf(roc);
    }
}
