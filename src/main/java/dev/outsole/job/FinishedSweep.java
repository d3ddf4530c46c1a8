package dev.outsole.job;

import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.Summary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A sweep whose models are all trained, or have failed. */
record FinishedSweep(SweepStore store, Manifest manifest, Summary summary, Map<ModelKey, ModelResult> results) {

    FinishedSweep {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }
}
