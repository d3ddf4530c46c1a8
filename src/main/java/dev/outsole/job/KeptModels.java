package dev.outsole.job;

import dev.outsole.result.Score;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Models that a run has evaluated: in a sweep's run directory, or in memory. */
interface KeptModels {
    boolean has(ModelKey key);

    /** What came of a model that is there. */
    ModelResult result(ModelKey key);

    /** These models' scores of the test images, in the images' order. */
    Map<ModelKey, List<Score>> scores(Collection<ModelKey> keys);
}
