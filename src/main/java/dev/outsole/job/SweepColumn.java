package dev.outsole.job;

import dev.outsole.metric.Metric;
import dev.outsole.result.Confusion;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.PairFigures;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * A column of a sweep's table: a row for each detector, pair of classes and seed.
 *
 * @param value of a model and one of its pairs; {@code null} where there is none
 */
record SweepColumn(String name, DataType type, BiFunction<ModelResult, PairFigures, @Nullable Object> value) {
    /** The other metrics came later. Their columns stand behind all others, so that these keep their places. */
    private static final Set<Metric> FIRST_METRICS = EnumSet.range(Metric.AUC, Metric.CAUGHT_AT_5_PERCENT);

    /** All of them. */
    static final List<SweepColumn> ALL = Stream.of(
                    identity(),
                    metrics(FIRST_METRICS),
                    rest(),
                    metrics(EnumSet.complementOf(EnumSet.copyOf(FIRST_METRICS))))
            .flatMap(columns -> columns)
            .toList();

    private static Stream<SweepColumn> identity() {
        return Stream.of(
                ofModel("detector", DataTypes.StringType, ModelResult::detector),
                ofModel("normal", DataTypes.StringType, ModelResult::normal),
                ofPair("abnormal", DataTypes.StringType, PairFigures::abnormal),
                ofModel("seed", DataTypes.LongType, ModelResult::seed));
    }

    private static Stream<SweepColumn> metrics(Set<Metric> metrics) {
        return metrics.stream()
                .map(metric -> ofPair(
                        metric.key(),
                        DataTypes.DoubleType,
                        pair -> pair.metrics().get(metric).orElse(null)));
    }

    private static Stream<SweepColumn> rest() {
        return Stream.of(
                ofConfusion("abnormal_caught", Confusion::abnormalCaught),
                ofConfusion("abnormal_missed", Confusion::abnormalMissed),
                ofConfusion("normal_rejected", Confusion::normalRejected),
                ofConfusion("normal_kept", Confusion::normalKept),
                ofPair("auc_low", DataTypes.DoubleType, pair -> pair.interval().low()),
                ofPair("auc_high", DataTypes.DoubleType, pair -> pair.interval().high()),
                ofModel(
                        "loss",
                        DataTypes.DoubleType,
                        model -> model.training() == null
                                ? null
                                : model.training().finalLoss()),
                ofModel("restarts", DataTypes.IntegerType, ModelResult::restarts),
                ofModel("collapsed", DataTypes.BooleanType, ModelResult::collapsed));
    }

    static SweepColumn ofModel(String name, DataType type, Function<ModelResult, @Nullable Object> value) {
        return new SweepColumn(name, type, (model, pair) -> value.apply(model));
    }

    private static SweepColumn ofPair(String name, DataType type, Function<PairFigures, @Nullable Object> value) {
        return new SweepColumn(name, type, (model, pair) -> value.apply(pair));
    }

    private static SweepColumn ofConfusion(String name, Function<Confusion, Long> count) {
        return ofPair(name, DataTypes.LongType, pair -> count.apply(pair.confusion()));
    }
}
