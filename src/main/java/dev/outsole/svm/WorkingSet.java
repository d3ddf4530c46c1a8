package dev.outsole.svm;

/** Chooses the two variables to optimise next, by second-order information (Fan, Chen and Lin 2005, "WSS 2"). */
final class WorkingSet {
    private final Dual dual;
    private final ActiveSet active;
    private int first;
    private double least;
    private double greatest;

    WorkingSet(Dual dual, ActiveSet active) {
        this.dual = dual;
        this.active = active;
    }

    /** Looks through the active variables; to be called first, after every change. */
    void look() {
        first = -1;
        least = Double.POSITIVE_INFINITY;
        greatest = Double.NEGATIVE_INFINITY;
        for (int i : active.rows()) {
            double gradient = dual.gradient(i);
            if (gradient < least && dual.canGrow(i)) {
                least = gradient;
                first = i;
            }
            if (gradient > greatest && dual.canShrink(i)) {
                greatest = gradient;
            }
        }
    }

    /** By how much the optimality conditions fail; −∞ if no variable can grow. */
    double violation() {
        return greatest - least;
    }

    /** The variable that should grow: the one with the smallest gradient. */
    int first() {
        return first;
    }

    /** The one that should shrink: with {@link #first}, it lessens the objective most. */
    int second(float[] kernelOfFirst) {
        int second = -1;
        double best = 0;
        for (int i : active.rows()) {
            double difference = dual.gradient(i) - least;
            if (difference > 0 && dual.canShrink(i)) {
                double gain = difference * difference / Dual.curvature(kernelOfFirst[i]);
                if (gain > best) {
                    best = gain;
                    second = i;
                }
            }
        }
        return second;
    }

    /** Whether a variable is at a bound that its gradient holds it to, beyond all others. */
    boolean isSettled(int i) {
        double gradient = dual.gradient(i);
        return dual.canGrow(i) ? !dual.canShrink(i) && gradient > greatest : gradient < least;
    }

    /** How likely it is that a variable is among the next to be chosen: how far its gradient is beyond the middle, on its wrong side. */
    double urgency(int i) {
        if (!active.contains(i)) {
            return Double.NEGATIVE_INFINITY;
        }
        double beyondMiddle = dual.gradient(i) - (least + greatest) / 2;
        double urgency = dual.canGrow(i) ? -beyondMiddle : Double.NEGATIVE_INFINITY;
        return dual.canShrink(i) ? Math.max(urgency, beyondMiddle) : urgency;
    }
}
