package dev.outsole.bench;

import dev.outsole.image.ImageClass;
import dev.outsole.image.Split;
import dev.outsole.spark.Autoencoder;
import dev.outsole.spark.AutoencoderSummary;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.Sessions;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What parameter averaging costs: loss and seconds of the reference training with some numbers of workers and averaging frequencies.
 * Arguments: folder of the image table, epochs, number of seeds.
 */
public final class AveragingTable {
    private static final List<Integer> WORKERS = List.of(2, 4, 8);
    private static final List<Integer> FREQUENCIES = List.of(2, 8, 32);

    private final Dataset<Row> sandals;
    private final int epochs;
    private final int seeds;

    private AveragingTable(Dataset<Row> sandals, int epochs, int seeds) {
        this.sandals = sandals;
        this.epochs = epochs;
        this.seeds = seeds;
    }

    public static void main(String[] args) {
        try (SparkSession spark = Sessions.open("averaging")) {
            Dataset<Row> sandals = ImageTable.open(spark, args[0])
                    .images(Split.TRAIN, new ImageClass(5, "Sandal"))
                    .cache();
            sandals.count();
            new AveragingTable(sandals, Integer.parseInt(args[1]), Integer.parseInt(args[2])).print();
        }
    }

    private void print() {
        fit(1, 1, 1); // warms the JVM up
        System.out.println("workers  frequency  rounds  final loss (mean)  seconds (mean)");
        row(1, 188);
        for (int workers : WORKERS) {
            int steps = (6000 / workers + 31) / 32;
            for (int frequency : FREQUENCIES) {
                if (frequency < steps) {
                    row(workers, frequency);
                }
            }
            row(workers, steps);
        }
    }

    private void row(int workers, int frequency) {
        int steps = (6000 / workers + 31) / 32;
        int rounds = epochs * ((steps + frequency - 1) / frequency);
        double loss = 0;
        long start = System.nanoTime();
        for (int seed = 1; seed <= seeds; seed++) {
            loss += fit(workers, frequency, seed).finalLoss();
        }
        double seconds = (System.nanoTime() - start) / 1e9 / seeds;
        System.out.printf(
                Locale.ROOT, "%7d  %9d  %6d  %17.5f  %14.1f%n", workers, frequency, rounds, loss / seeds, seconds);
    }

    private AutoencoderSummary fit(int workers, int frequency, long seed) {
        return new Autoencoder()
                .setFeaturesCol("pixels")
                .setEpochs(epochs)
                .setWorkers(workers)
                .setAveragingFrequency(frequency)
                .setSeed(seed)
                .fit(sandals)
                .summary()
                .orElseThrow();
    }
}
