package dev.outsole.history;

/** Which figure of a night: a pair's, for one seed. */
record FigureKey(PairKey pair, long seed) {}
