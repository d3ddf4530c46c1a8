package dev.outsole.result;

/**
 * One point of a ROC curve, positive class = normal.
 *
 * @param threshold images with at least this decision value are taken for normal; infinite at the curve's start
 * @param fpr false positive rate: share of the abnormal images taken for normal
 * @param tpr true positive rate: share of the normal images taken for normal
 */
public record RocPoint(double threshold, double fpr, double tpr) {}
