package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.work.Attempt;
import java.io.Closeable;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** The rows to learn from, and those held out, on which the loss is only measured. */
record TrainingData(TrainingExamples training, Optional<TrainingExamples> validation) implements Closeable {

    /**
     * Holds a share of the rows out, drawn by the seed.
     *
     * @param validationFraction share to hold out, in [0, 1)
     */
    static TrainingData of(
            Dataset<Row> rows, String featuresColumn, int workers, double validationFraction, long seed) {
        Dataset<Row> only = rows.select(featuresColumn);
        Features features = Features.of(only.schema(), featuresColumn);
        JavaRDD<float[]> all = only.javaRDD().map(features::read);
        if (validationFraction == 0) {
            return new TrainingData(TrainingExamples.of(all, workers), Optional.empty());
        }
        BitSet heldOut = draw(Math.toIntExact(all.count()), validationFraction, seed);
        TrainingExamples validation = TrainingExamples.of(part(all, heldOut, true), 1);
        return Attempt.of(() -> new TrainingData(
                        TrainingExamples.of(part(all, heldOut, false), workers), Optional.of(validation)))
                .ifFailed(validation::close)
                .orThrow();
    }

    private static BitSet draw(int rows, double fraction, long seed) {
        int count = (int) (rows * fraction);
        if (count < 1) {
            throw new UserError("outsole.autoencoder.validation-fraction = " + fraction + " of " + rows
                    + " training rows is none: give a larger fraction, or 0 to hold none out");
        }
        List<Integer> indices = IntStream.range(0, rows).boxed().collect(Collectors.toList());
        Collections.shuffle(indices, new Random(seed));
        BitSet drawn = new BitSet(rows);
        indices.subList(0, count).forEach(drawn::set);
        return drawn;
    }

    private static JavaRDD<float[]> part(JavaRDD<float[]> rows, BitSet heldOut, boolean wanted) {
        return rows.zipWithIndex()
                .filter(numbered -> heldOut.get(numbered._2().intValue()) == wanted)
                .map(Tuple2::_1);
    }

    @Override
    public void close() {
        training.close();
        validation.ifPresent(TrainingExamples::close);
    }
}
