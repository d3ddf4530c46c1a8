package dev.outsole.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Findings about a night that need no figures of other nights: models that failed or collapsed, other data. */
final class Circumstances {

    private Circumstances() {}

    /** @param others the earliest first */
    static List<Finding> findings(Night tonight, Collection<Night> others) {
        List<Finding> findings = new ArrayList<>();
        tonight.failed()
                .forEach((model, reason) ->
                        findings.add(new Finding(Finding.Kind.FAILED, 0, model + " failed: " + reason)));
        tonight.collapsed()
                .forEach(model -> findings.add(new Finding(
                        Finding.Kind.COLLAPSED, 0, model + ": the embedding has collapsed; its figures say nothing")));
        others.stream()
                .filter(night -> night.date().isBefore(tonight.date())
                        && night.settingsHash().equals(tonight.settingsHash()))
                .reduce((first, second) -> second)
                .ifPresent(before -> findings.addAll(data(tonight, before)));
        return findings;
    }

    private static List<Finding> data(Night tonight, Night before) {
        List<String> changed = tonight.dataSha256().entrySet().stream()
                .filter(part -> !part.getValue().equals(before.dataSha256().get(part.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        return changed.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Finding.Kind.DATA,
                        changed.size(),
                        "other data than on " + before.date() + ": the SHA-256 of " + String.join(", ", changed)
                                + " has changed"));
    }
}
