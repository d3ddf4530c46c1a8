package dev.outsole.history;

/** Findings about figures that have dropped or risen. */
final class Changes {
    private static final String BETTER = ": better, so accept it or explain it";

    private Changes() {}

    /** A detector's mean has changed; {@code why} says by how much more than it may. */
    static Finding ofMean(String detector, double was, double is, String why) {
        boolean drop = is < was;
        return new Finding(
                drop ? Finding.Kind.MEAN_DROP : Finding.Kind.MEAN_RISE,
                Math.abs(was - is),
                Numbers.text(
                        "%s: mean AUC %s from %.4f to %.4f, by %.4f, %s%s",
                        detector, drop ? "dropped" : "rose", was, is, Math.abs(was - is), why, drop ? "" : BETTER));
    }

    /** A pair's AUC has changed by so many standard deviations. */
    static Finding ofPair(PairKey pair, double was, double is, double deviations) {
        boolean drop = is < was;
        return new Finding(
                drop ? Finding.Kind.PAIR_DROP : Finding.Kind.PAIR_RISE,
                Math.abs(was - is),
                Numbers.text(
                        "%s: AUC %s from %.4f to %.4f, %.1f standard deviations%s",
                        pair, drop ? "dropped" : "rose", was, is, deviations, drop ? "" : BETTER));
    }
}
