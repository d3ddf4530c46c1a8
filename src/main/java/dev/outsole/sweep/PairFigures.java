package dev.outsole.sweep;

import dev.outsole.image.ImageClass;
import dev.outsole.result.Confusion;

/**
 * How well one model tells its normal class from one other.
 *
 * @param abnormal name of the other class
 * @param auc positive class = normal, ties count half
 * @param averagePrecision as scikit-learn defines it
 * @param caughtAt5PercentFalseAlarms see {@link CatchRate}
 * @param confusion at the detector's own threshold
 * @param interval of the AUC, see {@link AucInterval}
 */
public record PairFigures(
        String abnormal,
        double auc,
        double averagePrecision,
        double caughtAt5PercentFalseAlarms,
        Confusion confusion,
        AucInterval interval) {
    private static final double FALSE_ALARM_RATE = 0.05;

    /** Adds what the decision values say. */
    public static PairFigures of(
            ImageClass abnormal, double auc, double averagePrecision, Confusion confusion, DeLong.Values values) {
        return new PairFigures(
                abnormal.name(),
                auc,
                averagePrecision,
                CatchRate.at(FALSE_ALARM_RATE, values.normal(), values.abnormal()),
                confusion,
                AucInterval.of(auc, values.normal().length, values.abnormal().length));
    }
}
