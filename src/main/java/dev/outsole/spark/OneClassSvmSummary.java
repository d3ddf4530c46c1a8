package dev.outsole.spark;

/**
 * What a one-class SVM was fitted on.
 *
 * @param trainingRows rows that it has learnt from
 * @param availableRows rows that there were: more, if it has learnt from a sample
 */
public record OneClassSvmSummary(int trainingRows, long availableRows) {}
