package dev.outsole.job;

import dev.outsole.history.DetectorMean;
import dev.outsole.history.Finding;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Judgement;
import dev.outsole.history.Night;
import dev.outsole.metric.Metric;
import dev.outsole.metric.MetricValues;
import dev.outsole.result.Confusion;
import dev.outsole.result.SvmFit;
import dev.outsole.spark.Lease;
import dev.outsole.sweep.AucInterval;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import dev.outsole.sweep.Speed;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Small nights for the history: one detector, one model, two pairs. */
final class HistoryNights {
    private static final Confusion CONFUSION = new Confusion(3, 1, 2, 2);

    private HistoryNights() {}

    static JudgedNight night(LocalDate date, String run) {
        return new JudgedNight(
                new Night(
                        date,
                        run,
                        "file:/runs/" + run,
                        "0.1.0",
                        "2026-11-24T02:00:00Z",
                        "hash",
                        Map.of("svm.nu", "0.5"),
                        Map.of("test_images", "abc"),
                        Map.of("load", 1.5, "models", 60.0),
                        2,
                        List.of("17 abc"),
                        List.of(new DetectorMean("pixels", 1, 2, 0.85, false)),
                        List.of("autoencoder/bag/seed-1"),
                        Map.of("autoencoder/coat/seed-1", "no luck")),
                new Judgement(
                        Judgement.Status.REGRESSION,
                        List.of(new Finding(Finding.Kind.RUNTIME, 2.5, "it took long")),
                        3,
                        List.of()));
    }

    static List<Row> rows(Night night) {
        ModelResult result = new ModelResult(
                "pixels",
                "Clog",
                1,
                new SvmFit(0.5, 1, 10, 20, 20, false),
                null,
                List.of(pair("Mule", 0.9), pair("Pump", 0.8)),
                0.85,
                Map.of("fit", 1.0),
                new Speed(2000, 1, 1000),
                "0.1.0");
        return result.pairs().stream()
                .map(pair ->
                        HistoryRows.pair(night, SweepTables.timedValues(result, pair), List.of("svm_" + night.run())))
                .toList();
    }

    private static PairFigures pair(String abnormal, double auc) {
        return new PairFigures(abnormal, new MetricValues(Map.of(Metric.AUC, auc)), CONFUSION, new AucInterval(0, 1));
    }

    /** The whole commit, as the command does it. */
    static void commit(HistoryStore store, LocalDate date, String run, boolean replace) throws IOException {
        try (Lease lock = store.lock(run)) {
            JudgedNight night = night(date, run);
            store.add(lock, night, rows(night.night()), replace);
        }
    }
}
