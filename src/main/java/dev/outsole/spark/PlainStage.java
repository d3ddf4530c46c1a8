package dev.outsole.spark;

import dev.outsole.model.StageNumbers;

/**
 * A fitted stage that may be loaded with a saved model: the class says so by this, not the model's files, which may be anybody's. So it runs
 * nothing that its parameters or files could bring in. Where {@link dev.outsole.model.Scorer} knows its kind, it is applied without Spark as well.
 */
public interface PlainStage {

    /** What it has learnt. */
    StageNumbers numbers();
}
