package dev.outsole.history;

import java.util.List;

/**
 * What the gate says of a night.
 *
 * @param findings the worst first
 * @param compared nights that it was compared with
 */
public record Judgement(Status status, List<Finding> findings, int compared) {

    /** The outcome in a word. */
    public enum Status {
        PASSED,
        /** No finding, but too few nights with these settings and data to compare figures with. */
        TOO_LITTLE_HISTORY,
        REGRESSION
    }

    public Judgement {
        findings = findings.stream().sorted(Finding.WORST_FIRST).toList();
    }

    public boolean isRegression() {
        return status == Status.REGRESSION;
    }
}
