package dev.outsole.report.page;

import java.util.List;

/**
 * How a night went.
 *
 * @param status in a word, the name of a class in the style sheet: {@code passed} or {@code regression}
 * @param outcome in a line
 * @param findings the worst first
 */
public record NightlyView(String status, String outcome, List<String> findings) {

    public NightlyView {
        findings = List.copyOf(findings);
    }
}
