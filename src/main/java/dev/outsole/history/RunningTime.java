package dev.outsole.history;

import java.util.List;

/** Whether a night took too long, by nights that did the same work. */
final class RunningTime {

    private RunningTime() {}

    /** @param all the earliest first */
    static List<Finding> findings(GateOptions options, Basis basis, Night tonight, List<Night> all) {
        List<Night> alike = all.stream()
                .filter(night -> night.date().isBefore(tonight.date()) && basis.isSameWork(tonight, night))
                .toList();
        if (alike.size() < options.minimumNights()) {
            return List.of();
        }
        double median = RobustStatistics.median(
                alike.subList(Math.max(0, alike.size() - options.window()), alike.size()).stream()
                        .mapToDouble(Night::totalSeconds)
                        .toArray());
        double factor = tonight.totalSeconds() / median;
        return factor <= options.runtimeFactor()
                ? List.of()
                : List.of(new Finding(
                        Finding.Kind.RUNTIME,
                        factor,
                        Numbers.text(
                                "it took %.0f s, %.1f times the median of %.0f s",
                                tonight.totalSeconds(), factor, median)));
    }
}
