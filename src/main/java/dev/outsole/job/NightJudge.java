package dev.outsole.job;

import dev.outsole.history.Gate;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Night;
import dev.outsole.history.NightPairs;
import dev.outsole.history.Trend;
import dev.outsole.history.TrendBuilder;
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
    private final List<JudgedNight> nights;

    /** A night with its judgement and what leads to it. */
    record Judged(JudgedNight night, Trend trend) {}

    /** @param nights all that the history has */
    NightJudge(Gate gate, HistoryStore history, List<JudgedNight> nights) {
        this.gate = gate;
        this.history = history;
        this.nights = nights;
    }

    Judged judge(NightPairs tonight) {
        LocalDate date = tonight.night().date();
        List<JudgedNight> before = nights.stream()
                .filter(judged -> judged.night().date().isBefore(date))
                .toList();
        List<Night> earlier = before.stream().map(JudgedNight::night).toList();
        List<Night> window = gate.window(tonight.night(), earlier);
        List<NightPairs> read = history.withPairs(wanted(earlier, window));
        JudgedNight judged = new JudgedNight(
                tonight.night(),
                gate.judge(
                        tonight,
                        read.stream()
                                .filter(night -> window.contains(night.night()))
                                .toList(),
                        earlier,
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
