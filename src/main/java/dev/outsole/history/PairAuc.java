package dev.outsole.history;

import java.util.List;

/**
 * One pair's figure of a night, for one seed.
 *
 * @param auc in [0, 1], higher is better
 * @param stages identifiers of the model's fitted stages, drawn anew in each training; empty if none were kept
 */
public record PairAuc(PairKey pair, long seed, double auc, List<String> stages) {

    public PairAuc {
        stages = List.copyOf(stages);
    }

    FigureKey key() {
        return new FigureKey(pair, seed);
    }
}
