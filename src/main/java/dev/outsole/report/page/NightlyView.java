package dev.outsole.report.page;

import java.util.List;

/**
 * How a night went.
 *
 * @param status in a word, the name of a class in the style sheet: {@code passed} or {@code regression}
 * @param outcome in a line
 * @param uncompared what was compared with nothing
 * @param findings the worst first
 * @param accepted baselines that were accepted, in a line each
 */
public record NightlyView(
        String status, String outcome, List<String> uncompared, List<String> findings, List<String> accepted) {

    public NightlyView {
        uncompared = List.copyOf(uncompared);
        accepted = List.copyOf(accepted);
        findings = List.copyOf(findings);
    }
}
