package dev.outsole.spark;

import dev.outsole.model.StageNumbers;

/** A fitted stage that a saved model may have: one that can be applied without Spark as well. */
public interface PlainStage {

    /** What it has learnt. */
    StageNumbers numbers();
}
