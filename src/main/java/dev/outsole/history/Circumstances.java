package dev.outsole.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Findings about a night that need no figures of other nights: models that failed or collapsed, other data. */
final class Circumstances {

    private final Basis basis;

    Circumstances(Basis basis) {
        this.basis = basis;
    }

    /** @param others the earliest first */
    List<Finding> findings(Night tonight, List<Night> others) {
        List<Finding> findings = new ArrayList<>();
        tonight.failed()
                .forEach((model, reason) ->
                        findings.add(new Finding(Finding.Kind.FAILED, 0, model + " failed: " + reason)));
        tonight.collapsed()
                .forEach(model -> findings.add(new Finding(
                        Finding.Kind.COLLAPSED, 0, model + ": the embedding has collapsed; its figures say nothing")));
        others.stream()
                .filter(night -> night.date().isBefore(tonight.date()) && isSameExperiment(tonight, night))
                .reduce((first, second) -> second)
                .ifPresent(before -> findings.addAll(data(tonight, before)));
        return findings;
    }

    /** A history may hold several experiments, each with data of its own. */
    private boolean isSameExperiment(Night tonight, Night before) {
        return tonight.detectors().stream()
                .anyMatch(detector ->
                        before.detectors().contains(detector) && basis.hasSameSettings(detector, tonight, before));
    }

    private static List<Finding> data(Night tonight, Night before) {
        Set<String> changed = Basis.changedData(tonight, before);
        return changed.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Finding.Kind.DATA,
                        changed.size(),
                        "other data than on " + before.date() + ": the SHA-256 of " + String.join(", ", changed)
                                + " has changed"));
    }
}
