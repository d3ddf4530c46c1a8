package dev.outsole.bench;

import dev.outsole.autoencoder.Backend;
import dev.outsole.image.ImageClass;
import dev.outsole.image.Split;
import dev.outsole.spark.Autoencoder;
import dev.outsole.spark.AutoencoderSummary;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How often the embedding collapses without restarts, by where the bottleneck's biases start: trainings of all ten classes with some seeds.
 * Arguments: folder of the image table, epochs, seeds of each class.
 */
public final class CollapseTable {
    private static final List<Double> BIASES = List.of(0.0, 6.0);

    private final ImageTable images;
    private final int epochs;
    private final int seeds;
    private final ExecutorService pool;

    private CollapseTable(ImageTable images, int epochs, int seeds, ExecutorService pool) {
        this.images = images;
        this.epochs = epochs;
        this.seeds = seeds;
        this.pool = pool;
    }

    public static void main(String[] args) throws Exception {
        Backend.load();
        try (SparkSession spark = Sessions.open("collapse")) {
            ExecutorService pool = Executors.newFixedThreadPool(Sessions.slots(spark));
            try {
                new CollapseTable(
                                ImageTable.open(spark, args[0]),
                                Integer.parseInt(args[1]),
                                Integer.parseInt(args[2]),
                                pool)
                        .print();
            } finally {
                pool.shutdown();
            }
        }
    }

    private void print() throws Exception {
        System.out.println("bias  class       trainings  collapsed  loss of the others: median, worst");
        for (double bias : BIASES) {
            List<AutoencoderSummary> all = new ArrayList<>();
            for (ImageClass normal : images.info().classNames().all()) {
                List<AutoencoderSummary> own = trainings(normal, bias);
                print(bias, normal.name(), own);
                all.addAll(own);
            }
            print(bias, "all", all);
        }
    }

    private List<AutoencoderSummary> trainings(ImageClass normal, double bias) throws Exception {
        Dataset<Row> rows = images.images(Split.TRAIN, normal).cache();
        rows.count();
        List<Future<AutoencoderSummary>> running = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            long own = seed;
            running.add(pool.submit(() -> training(rows, bias, own)));
        }
        List<AutoencoderSummary> summaries = new ArrayList<>();
        for (Future<AutoencoderSummary> training : running) {
            summaries.add(training.get());
        }
        rows.unpersist();
        return summaries;
    }

    private AutoencoderSummary training(Dataset<Row> rows, double bias, long seed) {
        return new Autoencoder()
                .setFeaturesCol("pixels")
                .setEpochs(epochs)
                .setBottleneckBias(bias)
                .setMaxRestarts(0)
                .setAllowCollapsed(true)
                .setSeed(seed)
                .fit(rows)
                .summary()
                .orElseThrow();
    }

    private static void print(double bias, String name, List<AutoencoderSummary> trainings) {
        double[] losses = trainings.stream()
                .filter(summary -> !summary.collapsed())
                .mapToDouble(AutoencoderSummary::finalLoss)
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%4.0f  %-11s  %9d  %9d  %18.5f, %.5f%n",
                bias,
                name,
                trainings.size(),
                trainings.size() - losses.length,
                losses[losses.length / 2],
                losses[losses.length - 1]);
    }
}
