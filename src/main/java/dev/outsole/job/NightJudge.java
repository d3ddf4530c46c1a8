package dev.outsole.job;

import dev.outsole.config.NightlySettings;
import dev.outsole.detector.Detector;
import dev.outsole.detector.Detectors;
import dev.outsole.history.Basis;
import dev.outsole.history.Gate;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Night;
import dev.outsole.history.NightPairs;
import dev.outsole.history.Trend;
import dev.outsole.history.TrendBuilder;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges a night by the history, and lays both out for the report. */
final class NightJudge {
    /** Pairs are followed, and models known again, over so many nights before. */
    private static final int RECENT = 90;

    private final Gate gate;
    private final HistoryStore history;
    private final List<JudgedNight> nights;

    /** A night with its judgement and what leads to it. */
    record Judged(JudgedNight night, Trend trend) {}

    /** @param nights all that the history has */
    NightJudge(NightlySettings settings, HistoryStore history, List<JudgedNight> nights) throws IOException {
        Map<String, Detector> detectors =
                Detectors.all().stream().collect(Collectors.toMap(Detector::key, Function.identity()));
        Basis basis = new Basis(settings.defaults(), (key, setting) -> {
            Detector detector = detectors.get(key);
            return detector == null || detector.dependsOn(setting);
        });
        this.gate = new Gate(settings.gate(), basis, history.acceptances().all());
        this.history = history;
        this.nights = nights;
    }

    Judged judge(NightPairs tonight) {
        LocalDate date = tonight.night().date();
        List<JudgedNight> before = nights.stream()
                .filter(judged -> judged.night().date().isBefore(date))
                .toList();
        List<Night> earlier = before.stream().map(JudgedNight::night).toList();
        List<NightPairs> read = history.withPairs(wanted(tonight.night(), earlier));
        JudgedNight judged = new JudgedNight(tonight.night(), gate.judge(tonight, earlier, read));
        return new Judged(judged, trend(before, judged, read, tonight));
    }

    /** Those that it is compared with, and the last ones. */
    private Set<Night> wanted(Night tonight, List<Night> nights) {
        Set<Night> wanted = new LinkedHashSet<>();
        gate.windows(tonight, nights).values().forEach(wanted::addAll);
        wanted.addAll(nights.subList(Math.max(0, nights.size() - RECENT), nights.size()));
        return wanted;
    }

    private Trend trend(List<JudgedNight> before, JudgedNight judged, List<NightPairs> read, NightPairs tonight) {
        List<JudgedNight> all = new ArrayList<>(before);
        all.add(judged);
        List<NightPairs> recent = new ArrayList<>(read);
        recent.add(tonight);
        return new TrendBuilder(gate, all).build(recent);
    }
}
