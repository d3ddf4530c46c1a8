package dev.outsole.job;

import dev.outsole.history.DetectorMean;
import dev.outsole.history.Night;
import dev.outsole.history.NightPairs;
import dev.outsole.history.PairAuc;
import dev.outsole.history.PairKey;
import dev.outsole.spark.Machines;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.ModelKey;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Makes of a sweep what the history keeps of it. */
final class NightWriter {
    private final FinishedSweep sweep;
    private final Night night;
    private final Map<ModelKey, List<String>> stages;

    NightWriter(LocalDate date, FinishedSweep sweep, Machines machines) throws IOException {
        this.sweep = sweep;
        this.night = night(date, sweep, machines);
        this.stages = sweep.store().stages(sweep.results().keySet());
    }

    private static Night night(LocalDate date, FinishedSweep sweep, Machines machines) {
        Manifest manifest = sweep.manifest();
        return new Night(
                date,
                manifest.runId(),
                sweep.store().directory().toString(),
                manifest.version(),
                manifest.start(),
                manifest.settingsHash(),
                manifest.settings(),
                manifest.dataSha256(),
                sweep.summary().seconds(),
                machines.hosts(),
                machines.arithmetic(),
                DetectorMean.of(List.copyOf(sweep.results().values())),
                sweep.summary().collapsed(),
                sweep.summary().failed());
    }

    /** The night with its figures. */
    NightPairs pairs() {
        List<PairAuc> pairs = new ArrayList<>();
        sweep.results()
                .forEach((key, result) -> result.pairs()
                        .forEach(pair -> pairs.add(new PairAuc(
                                new PairKey(result.detector(), result.normal(), pair.abnormal()),
                                result.seed(),
                                pair.auc(),
                                stages.getOrDefault(key, List.of())))));
        return new NightPairs(night, pairs);
    }

    /** Its pairs' rows of {@link HistoryRows#SCHEMA}. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        sweep.results()
                .forEach((key, result) -> result.pairs()
                        .forEach(pair -> rows.add(HistoryRows.pair(
                                night, SweepTables.timedValues(result, pair), stages.getOrDefault(key, List.of())))));
        return rows;
    }
}
