package dev.outsole.result;

/** The fitted SVM in numbers: kernel width γ, offset ρ, number of support vectors. */
public record SvmFit(double gamma, double rho, int supportVectors) {}
