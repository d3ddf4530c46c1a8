package dev.outsole.svm;

import dev.outsole.UserError;

/**
 * Sequential minimal optimisation for the one-class problem, with shrinking: the algorithm of libsvm (Chang and Lin 2011; Fan, Chen and
 * Lin 2005) on kernel rows that BLAS computes.
 */
final class Solver {
    private static final int SHRINKING_PERIOD = 1000;
    private static final int ITERATIONS_AT_LEAST = 10_000_000;
    private static final int ITERATIONS_PER_ROW = 100;

    private final KernelRows kernel;
    private final SvmOptions options;
    private final Dual dual;
    private final ActiveSet active;
    private final WorkingSet workingSet;
    private boolean restoredNearTheEnd;
    private long iterations;

    Solver(KernelRows kernel, SvmOptions options) {
        this.kernel = kernel;
        this.options = options;
        dual = new Dual(kernel.count(), options.nu());
        active = new ActiveSet(kernel.count());
        workingSet = new WorkingSet(dual, active);
    }

    /** The variables at their optimum. */
    Dual solve() {
        computeGradient(active.rows());
        int period = Math.min(kernel.count(), SHRINKING_PERIOD);
        int untilShrinking = period;
        while (!isOptimal()) {
            if (options.computing().shrinking() && --untilShrinking == 0) {
                untilShrinking = period;
                shrink();
            } else {
                step();
            }
        }
        return dual;
    }

    /** Of all variables: if the active ones are, the others are looked at again. */
    private boolean isOptimal() {
        workingSet.look();
        if (workingSet.violation() < options.tolerance() && !active.isComplete()) {
            restore();
            workingSet.look();
        }
        return workingSet.violation() < options.tolerance();
    }

    private void step() {
        requireMoreIterations();
        int i = workingSet.first();
        float[] rowOfI = kernel.get(i, workingSet::urgency);
        int j = workingSet.second(rowOfI);
        float[] rowOfJ = kernel.get(j, workingSet::urgency);
        double change = dual.optimise(i, j, rowOfI[j]);
        dual.add(change, rowOfI, active.rows());
        dual.add(-change, rowOfJ, active.rows());
    }

    private void requireMoreIterations() {
        if (++iterations > Math.max(ITERATIONS_AT_LEAST, (long) ITERATIONS_PER_ROW * kernel.count())) {
            throw new UserError("one-class SVM: no solution within " + (iterations - 1)
                    + " iterations: set outsole.svm.tol above " + options.tolerance());
        }
    }

    private void shrink() {
        if (!restoredNearTheEnd && workingSet.violation() <= 10 * options.tolerance()) {
            restoredNearTheEnd = true;
            restore();
            workingSet.look();
        }
        active.remove(workingSet::isSettled);
    }

    private void restore() {
        computeGradient(active.others());
        active.restore();
    }

    /** Kα at some places, from the start. */
    private void computeGradient(int[] places) {
        dual.clear(places);
        for (int i = 0; i < dual.count() && places.length > 0; i++) {
            if (dual.canShrink(i)) {
                int from = i;
                dual.add(dual.alpha(i), kernel.get(i, next -> orderFrom(from, next)), places);
            }
        }
    }

    private double orderFrom(int from, int i) {
        return i > from && dual.canShrink(i) ? -i : Double.NEGATIVE_INFINITY;
    }
}
