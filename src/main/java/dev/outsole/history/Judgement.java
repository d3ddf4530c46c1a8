package dev.outsole.history;

import java.util.List;

/**
 * What the gate says of a night.
 *
 * @param findings the worst first
 * @param compared nights that it was compared with; of detectors that differ in this, the most
 * @param uncompared what was compared with nothing, a line for each detector: to be told before anything else
 */
public record Judgement(Status status, List<Finding> findings, int compared, List<String> uncompared) {

    /** The outcome in a word. */
    public enum Status {
        PASSED,
        /** No finding, but too few nights with these settings and data to compare figures with. */
        TOO_LITTLE_HISTORY,
        REGRESSION
    }

    public Judgement {
        findings = findings.stream().sorted(Finding.WORST_FIRST).toList();
        uncompared = List.copyOf(uncompared);
    }

    public boolean isRegression() {
        return status == Status.REGRESSION;
    }
}
