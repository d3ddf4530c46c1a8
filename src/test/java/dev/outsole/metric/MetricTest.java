package dev.outsole.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.metric.RocCounts.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.mllib.evaluation.AreaUnderCurve;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scala.Tuple2;
import scala.collection.JavaConverters;

/** Each metric on rankings that are small enough to count by hand. */
class MetricTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Ten normal and four abnormal images; one abnormal image has the value of a normal one. */
    private static final RocCounts TEN_AND_FOUR =
            roc(new double[] {10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, new double[] {0.5, 1, 2.5, 20});

    /** One normal and three abnormal images, all of the same value. */
    private static final RocCounts CONSTANT = roc(new double[] {-1}, new double[] {-1, -1, -1});

    /** The curve of decision values: higher is more normal. */
    private static RocCounts roc(double[] normal, double[] abnormal) {
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
        Arrays.stream(new double[][] {normal, abnormal})
                .flatMapToDouble(Arrays::stream)
                .distinct()
                .boxed()
                .sorted(Collections.reverseOrder())
                .forEach(threshold -> points.add(new Point(atLeast(threshold, abnormal), atLeast(threshold, normal))));
        return new RocCounts(points);
    }

    private static long atLeast(double threshold, double[] values) {
        return Arrays.stream(values).filter(value -> value >= threshold).count();
    }

    /** Of 40 pairs, normal above abnormal: 10 of 0.5, 9 and a tie of 1, 8 of 2.5, none of 20. */
    @Test
    void theAucIsTheShareOfPairsInTheRightOrder() {
        assertThat(Metric.AUC.of(TEN_AND_FOUR)).isCloseTo(27.5 / 40, EXACT);
    }

    /** To the last bit what MLlib makes of the same curve, also where rates are no round numbers. */
    @Test
    void theAucIsSparksToTheBit() {
        Random random = new Random(7);
        for (int size : new int[] {3, 31, 997}) {
            RocCounts roc = roc(
                    random.doubles(size).map(value -> Math.rint(value * size)).toArray(),
                    random.doubles(size + 4)
                            .map(value -> Math.rint(value * size))
                            .toArray());
            List<Tuple2<Object, Object>> rates = roc.points().stream()
                    .map(point -> new Tuple2<Object, Object>(
                            point.falsePositives() / (size + 4.0), point.truePositives() / (double) size))
                    .toList();

            assertThat(Metric.AUC.of(roc))
                    .isEqualTo(AreaUnderCurve.of(JavaConverters.collectionAsScalaIterable(rates)));
        }
    }

    /**
     * Recall rises by a tenth at each normal image, at precision 1/2, 2/3, … 8/9 down to 3; then 2.5 is abnormal: 9/11 at 2; at 1 both an
     * abnormal and a normal image: 10/13.
     */
    @Test
    void theAveragePrecisionIsASumOfSteps() {
        double steps = IntStream.rangeClosed(1, 8)
                .mapToDouble(kept -> kept / (kept + 1.0))
                .sum();

        assertThat(Metric.AVERAGE_PRECISION.of(TEN_AND_FOUR)).isCloseTo((steps + 9.0 / 11 + 10.0 / 13) / 10, EXACT);
    }

    /** 5 % of 20 is one image, so that those below 2 raise an alarm: 0.5 and 1 of four. Of 19 images 5 % is none: below 1, 0.5 alone. */
    @Test
    void theCatchRateCountsWhatIsBelowTheThreshold() {
        double[] abnormal = {0.5, 1, 2, 20};

        assertThat(Metric.CAUGHT_AT_5_PERCENT.of(roc(rising(20), abnormal))).isEqualTo(0.5);
        assertThat(Metric.CAUGHT_AT_5_PERCENT.of(roc(rising(19), abnormal))).isEqualTo(0.25);
    }

    private static double[] rising(int count) {
        return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
    }

    /** All values equal: two points, and no alarm at all at the one threshold. */
    @Test
    void whoSaysTheSameOfAllCatchesNone() {
        assertThat(Metric.AUC.of(CONSTANT)).isEqualTo(0.5);
        assertThat(Metric.AVERAGE_PRECISION.of(CONSTANT)).isEqualTo(0.25);
        assertThat(Metric.CAUGHT_AT_5_PERCENT.of(CONSTANT)).isZero();
    }

    /** 1 % of 100 images is one, so that those below 2 raise an alarm: 0.5 and 1 of four. Of 99 images 1 % is none: below 1, 0.5 alone. */
    @Test
    void atOnePercentOneImageOfAHundredMayRaiseAFalseAlarm() {
        double[] abnormal = {0.5, 1, 2, 20};

        assertThat(Metric.CAUGHT_AT_1_PERCENT.of(roc(rising(100), abnormal))).isEqualTo(0.5);
        assertThat(Metric.CAUGHT_AT_1_PERCENT.of(roc(rising(99), abnormal))).isEqualTo(0.25);
    }

    /**
     * Of ten normal images the first to raise an alarm is 1, which an abnormal one equals: from (0, 1/4) the curve goes to (0.1, 2/4), and is cut
     * in its middle, at (0.05, 3/8). Area 0.05 · (1/4 + 3/8) / 2 = 0.015625; chance 0.00125; (1 + 0.014375 / 0.04875) / 2.
     */
    @Test
    void thePartialAucIsCutAtFivePercentAndScaled() {
        assertThat(Metric.PARTIAL_AUC_BELOW_5_PERCENT.of(TEN_AND_FOUR)).isCloseTo((1 + 0.014375 / 0.04875) / 2, EXACT);
        assertThat(Metric.PARTIAL_AUC_BELOW_5_PERCENT.of(CONSTANT)).isCloseTo(0.5, EXACT);
    }

    /** Of 40 normal images two are 5 %: from (0, 0) straight up to (0, 1/2), on to (0.025, 1/2), up to (0.025, 1), and on. Area 0.025 · 1.5. */
    @Test
    void thePartialAucCountsWholeSteps() {
        assertThat(Metric.PARTIAL_AUC_BELOW_5_PERCENT.of(roc(rising(40), new double[] {0.5, 1.5})))
                .isCloseTo((1 + (0.0375 - 0.00125) / 0.04875) / 2, EXACT);
    }

    /** At 3, eight normal images and the abnormal 20: 16 / (16 + 1 + 2). At 2 nine and two: 18 / (18 + 2 + 1). At 1 all and three: 20 / 23, the best. */
    @Test
    void theBestF1IsThatOfTheBestThreshold() {
        assertThat(Metric.BEST_F1.of(TEN_AND_FOUR)).isCloseTo(20.0 / 23, EXACT);
        assertThat(Metric.BEST_F1.of(CONSTANT)).isCloseTo(2.0 / 5, EXACT);
    }

    /**
     * With 3 the abnormal 20 is missed, 1/4, and 2 of 10 raise an alarm; with 4 three do, 0.3: on the line between, at 1/4. Of 3, 2 against 2.5, 1:
     * at 2.5 half of both. All equal: halfway from nothing missed to everything.
     */
    @Test
    void theEqualErrorRateIsWhereMissesAndFalseAlarmsMeet() {
        assertThat(Metric.EQUAL_ERROR_RATE.of(TEN_AND_FOUR)).isCloseTo(0.25, EXACT);
        assertThat(Metric.EQUAL_ERROR_RATE.of(roc(new double[] {3, 2}, new double[] {2.5, 1})))
                .isCloseTo(0.5, EXACT);
        assertThat(Metric.EQUAL_ERROR_RATE.of(CONSTANT)).isCloseTo(0.5, EXACT);
    }

    /** From (0, 0) of missed and kept to (1/2, 1) by one threshold with a normal and an abnormal image: m = 1 − 2 m at 1/3. */
    @Test
    void theEqualErrorRateLiesBetweenThresholdsIfItMust() {
        assertThat(Metric.EQUAL_ERROR_RATE.of(roc(new double[] {2}, new double[] {2, 1})))
                .isCloseTo(1.0 / 3, EXACT);
    }

    @ParameterizedTest
    @EnumSource
    void allLieFromZeroToOneAndTellBestFromWorst(Metric metric) {
        double best = metric.of(roc(new double[] {3, 4}, new double[] {1, 2}));
        double worst = metric.of(roc(new double[] {1, 2}, new double[] {3, 4}));

        assertThat(best).isBetween(0.0, 1.0);
        assertThat(worst).isBetween(0.0, 1.0);
        assertThat(metric.heading().contains("lower is better")).isEqualTo(best < worst);
        assertThat(metric.of(TEN_AND_FOUR)).isStrictlyBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @EnumSource
    void namesAreKeptByTheFilesThatHaveThem(Metric metric) {
        assertThat(metric.key()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
        assertThat(Metric.ofJsonName(metric.jsonName())).contains(metric);
    }

    @Test
    void jsonHasNoUnderscoreBeforeADigit() {
        assertThat(Metric.CAUGHT_AT_5_PERCENT.jsonName()).isEqualTo("caught_at5_percent_false_alarms");
    }
}
