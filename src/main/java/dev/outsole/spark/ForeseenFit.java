package dev.outsole.spark;

import dev.outsole.UserError;

/**
 * An estimator or transformer of a detector that can say before any work what its fit will take. A stage of another jar may say so as well; of
 * others nothing is known.
 */
public interface ForeseenFit {

    /**
     * Says what the fit will take, and how long the rows are that come out of it.
     *
     * @throws UserError if the rows are too many or too long, or there is not the memory for them
     */
    void foresee(FitOutlook outlook);
}
