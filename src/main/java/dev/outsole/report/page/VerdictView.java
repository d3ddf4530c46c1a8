package dev.outsole.report.page;

import java.util.List;

/** The upshot of a run: a headline, and sentences with the numbers behind it. */
public record VerdictView(String headline, List<String> sentences) {

    public VerdictView {
        sentences = List.copyOf(sentences);
    }
}
