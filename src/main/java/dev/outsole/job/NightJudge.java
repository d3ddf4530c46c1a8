package dev.outsole.job;

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
import java.util.Set;

/** Judges a night by the history, and lays both out for the report. */
final class NightJudge {
    /** Pairs are followed, and models known again, over so many nights before. */
    private static final int RECENT = 90;

    private final Gate gate;
    private final HistoryStore history;

    /** A night with its judgement and what leads to it. */
    record Judged(JudgedNight night, Trend trend) {}

    NightJudge(Gate gate, HistoryStore history) {
        this.gate = gate;
        this.history = history;
    }

    Judged judge(NightPairs tonight) throws IOException {
        LocalDate date = tonight.night().date();
        List<JudgedNight> before = history.nights().stream()
                .filter(judged -> judged.night().date().isBefore(date))
                .toList();
        List<Night> nights = before.stream().map(JudgedNight::night).toList();
        List<Night> window = gate.window(tonight.night(), nights);
        List<NightPairs> read = history.withPairs(wanted(nights, window));
        JudgedNight judged = new JudgedNight(
                tonight.night(),
                gate.judge(
                        tonight,
                        read.stream()
                                .filter(night -> window.contains(night.night()))
                                .toList(),
                        nights,
                        read));
        return new Judged(judged, trend(before, judged, read, tonight));
    }

    /** The last ones, and those of the window if they are further back. */
    private static Set<Night> wanted(List<Night> nights, List<Night> window) {
        Set<Night> wanted = new LinkedHashSet<>(window);
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
