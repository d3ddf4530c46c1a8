package dev.outsole.history;

import dev.outsole.history.Trend.DetectorPoint;
import dev.outsole.history.Trend.DetectorTrend;
import dev.outsole.history.Trend.PairTrend;
import dev.outsole.history.Trend.TrendNight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays nights out as lines. */
public final class TrendBuilder {
    private final Gate gate;
    private final List<JudgedNight> nights;
    private final List<Night> facts;

    /**
     * Of these nights.
     *
     * @param nights the earliest first, the report's own last
     */
    public TrendBuilder(Gate gate, List<JudgedNight> nights) {
        this.gate = gate;
        this.nights = List.copyOf(nights);
        this.facts = nights.stream().map(JudgedNight::night).toList();
    }

    /**
     * Lays them out.
     *
     * @param recent nights with their pairs, the report's own among them
     */
    public Trend build(List<NightPairs> recent) {
        Judgement judgement = nights.get(nights.size() - 1).judgement();
        return new Trend(
                judgement.status(),
                judgement.findings().stream().map(Finding::text).toList(),
                judgement.compared(),
                judgement.uncompared(),
                gate.baselines(facts),
                nights.stream().map(TrendBuilder::night).toList(),
                facts.get(facts.size() - 1).detectors().stream()
                        .map(this::detector)
                        .toList(),
                pairs(recent));
    }

    private static TrendNight night(JudgedNight judged) {
        Night night = judged.night();
        return new TrendNight(
                night.date().toString(),
                judged.judgement().status(),
                night.totalSeconds(),
                night.collapsed().size(),
                night.failed().size());
    }

    private DetectorTrend detector(String detector) {
        List<DetectorPoint> points = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Night night = facts.get(i);
            if (night.detectors().contains(detector)) {
                List<Double> band = gate.band(detector, night, facts.subList(0, i))
                        .map(found -> List.of(found.low(), found.high()))
                        .orElse(List.of());
                points.add(new DetectorPoint(i, night.mean(detector), band));
            }
        }
        return new DetectorTrend(detector, points);
    }

    private List<PairTrend> pairs(List<NightPairs> recent) {
        Map<PairKey, TreeMap<Integer, Double>> lines = new TreeMap<>(Comparator.comparing(PairKey::toString));
        for (NightPairs night : recent) {
            int place = facts.indexOf(night.night());
            for (String detector : night.night().detectors()) {
                night.aucs(detector)
                        .forEach((pair, seeds) -> lines.computeIfAbsent(pair, key -> new TreeMap<>())
                                .put(
                                        place,
                                        seeds.values().stream()
                                                .mapToDouble(auc -> auc)
                                                .average()
                                                .orElseThrow()));
            }
        }
        return lines.entrySet().stream()
                .filter(line -> line.getValue().lastKey() == facts.size() - 1)
                .map(line -> new PairTrend(
                        line.getKey().detector(),
                        line.getKey().normal(),
                        line.getKey().abnormal(),
                        List.copyOf(line.getValue().keySet()),
                        List.copyOf(line.getValue().values())))
                .toList();
    }
}
