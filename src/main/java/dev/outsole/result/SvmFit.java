package dev.outsole.result;

/**
 * The fitted SVM in numbers.
 *
 * @param gamma kernel width γ
 * @param rho offset ρ
 * @param trainingRows rows that it has learnt from
 * @param availableRows rows that there were: more, if it has learnt from a sample
 * @param constant whether these were all equal, so that their scores are too
 */
public record SvmFit(
        double gamma, double rho, int supportVectors, int trainingRows, long availableRows, boolean constant) {}
