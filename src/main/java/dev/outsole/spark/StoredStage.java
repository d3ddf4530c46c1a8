package dev.outsole.spark;

import dev.outsole.tensor.StageNumbers;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;

/** A fitted stage of Outsole's own: saved as its parameters, as Spark has them, and its numbers. */
interface StoredStage extends PlainStage, Params, MLWritable {

    /** What it has learnt. */
    StageNumbers numbers();

    @Override
    default MLWriter write() {
        return new StageWriter(this);
    }
}
