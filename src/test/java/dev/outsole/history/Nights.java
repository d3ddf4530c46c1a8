package dev.outsole.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Nights made by hand. */
public final class Nights {
    static final GateOptions OPTIONS = new GateOptions(14, 3, 1e-5, 0.0175, 0.5, 3.5, 11.5, 6, 2, false);
    /** As packaged, of settings that tests change. */
    static final Map<String, String> DEFAULTS = Map.of(
            "svm.nu", "0.5",
            "autoencoder.epochs", "50",
            "evaluate.detectors", "[pixels]",
            "evaluate.seed", "1",
            "sweep.seeds", "1",
            "gate.window", "14");

    /** The pixels go by the SVM's settings, all others by all. */
    static final Basis BASIS =
            new Basis(DEFAULTS, (detector, key) -> !detector.equals("pixels") || key.startsWith("svm."));

    static final Gate GATE = new Gate(OPTIONS, BASIS, List.of());
    static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    private Nights() {}

    /** So many days after the first, in 100 seconds, with rounding {@code r}, no figures. */
    public static Night night(int day) {
        return new Night(
                FIRST.plusDays(day),
                "run-" + day,
                "file:/runs/run-" + day,
                "0.1.0",
                "2026-11-01T02:00:00Z",
                "hash",
                Map.of("svm.nu", "0.5"),
                Map.of("test_images", "abc"),
                Map.of("models", 100.0),
                1,
                List.of("r"),
                List.of(),
                List.of(),
                Map.of());
    }

    static Night with(Night night, List<String> arithmetic, List<DetectorMean> means) {
        return changed(
                night,
                night.settings(),
                night.dataSha256(),
                night.seconds(),
                arithmetic,
                means,
                night.collapsed(),
                night.failed());
    }

    static Night seconds(Night night, double seconds) {
        return changed(
                night,
                night.settings(),
                night.dataSha256(),
                Map.of("models", seconds),
                night.arithmetic(),
                night.means(),
                night.collapsed(),
                night.failed());
    }

    static Night unlike(Night night, Map<String, String> settings, String data) {
        return unlike(night, settings, Map.of("test_images", data));
    }

    static Night unlike(Night night, Map<String, String> settings, Map<String, String> data) {
        return changed(
                night,
                settings,
                data,
                night.seconds(),
                night.arithmetic(),
                night.means(),
                night.collapsed(),
                night.failed());
    }

    static Night troubled(Night night, List<String> collapsed, Map<String, String> failed) {
        return changed(
                night,
                night.settings(),
                night.dataSha256(),
                night.seconds(),
                night.arithmetic(),
                night.means(),
                collapsed,
                failed);
    }

    /** The same night, but for what a test varies. */
    private static Night changed(
            Night night,
            Map<String, String> settings,
            Map<String, String> dataSha256,
            Map<String, Double> seconds,
            List<String> arithmetic,
            List<DetectorMean> means,
            List<String> collapsed,
            Map<String, String> failed) {
        return new Night(
                night.date(),
                night.run(),
                night.directory(),
                night.version(),
                night.start(),
                night.settingsHash(),
                settings,
                dataSha256,
                seconds,
                night.hosts(),
                arithmetic,
                means,
                collapsed,
                failed);
    }

    /** A night of one detector, its pairs' AUCs by seed (from 1) and pair, on machines that round in this way. */
    public static NightPairs of(Night night, String detector, boolean trained, String rounding, double[][] aucs) {
        List<PairAuc> pairs = new ArrayList<>();
        Map<Long, List<Double>> bySeed = new LinkedHashMap<>();
        for (int seed = 0; seed < aucs.length; seed++) {
            for (int pair = 0; pair < aucs[seed].length; pair++) {
                PairKey key = new PairKey(detector, "class " + pair / 9, "class " + pair % 9);
                pairs.add(new PairAuc(
                        key, seed + 1, aucs[seed][pair], List.of(detector + night.date() + seed + "-" + pair / 9)));
                bySeed.computeIfAbsent(seed + 1L, any -> new ArrayList<>()).add(aucs[seed][pair]);
            }
        }
        List<DetectorMean> means = bySeed.entrySet().stream()
                .map(seed -> new DetectorMean(
                        detector,
                        seed.getKey(),
                        seed.getValue().size(),
                        seed.getValue().stream()
                                .mapToDouble(auc -> auc)
                                .average()
                                .orElseThrow(),
                        trained))
                .toList();
        return new NightPairs(with(night, List.of(rounding), means), pairs);
    }

    /** Nights of the days from 0 on, all with these figures. */
    static List<NightPairs> same(int count, String detector, boolean trained, String rounding, double[][] aucs) {
        return IntStream.range(0, count)
                .mapToObj(day -> of(night(day), detector, trained, rounding, aucs))
                .toList();
    }

    static Judgement judge(NightPairs tonight, List<NightPairs> before) {
        return judge(GATE, tonight, before);
    }

    static Judgement judge(Gate gate, NightPairs tonight, List<NightPairs> before) {
        return gate.judge(tonight, before.stream().map(NightPairs::night).toList(), before);
    }

    /** A night of several detectors. */
    static NightPairs together(NightPairs first, NightPairs second) {
        List<DetectorMean> means = new ArrayList<>(first.night().means());
        means.addAll(second.night().means());
        List<PairAuc> pairs = new ArrayList<>(first.pairs());
        pairs.addAll(second.pairs());
        return new NightPairs(first.night().withMeans(means), pairs);
    }
}
