package dev.outsole.job;

import dev.outsole.image.ImageClass;
import dev.outsole.image.PixelScale;
import dev.outsole.image.Split;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.Sessions;
import dev.outsole.tune.SearchResult;
import dev.outsole.tune.Trial;
import dev.outsole.tune.TuningImages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Every setting that {@code tune} tries: its criterion, which sees normal images alone, beside the AUC on the test images, which nothing was
 * chosen by. Argument: folder of the image table.
 */
public final class HindsightTable {
    private final ImageTable images;
    private final SettingSearch search;

    private HindsightTable(ImageTable images, SettingSearch search) {
        this.images = images;
        this.search = search;
    }

    public static void main(String[] args) {
        try (SparkSession spark = Sessions.open("hindsight")) {
            ImageTable images = ImageTable.open(spark, args[0]);
            new HindsightTable(
                            images,
                            new SettingSearch(
                                    JavaSparkContext.fromSparkContext(spark.sparkContext()), images, 1, new Quiet()))
                    .print();
        }
    }

    private void print() {
        Map<String, List<Trial>> without = new LinkedHashMap<>();
        Map<String, List<Trial>> hindsight = new LinkedHashMap<>();
        for (ImageClass normal : images.info().classNames().all()) {
            without.put(normal.name(), search.run(normal));
            hindsight.put(normal.name(), search.run("hindsight " + normal.slug(), test(normal)));
        }
        Map<ImageNeighbourOptions, Double> found = new LinkedHashMap<>();
        new SearchResult(hindsight).ranked().forEach(trial -> found.put(trial.options(), trial.criterion()));
        System.out.println(
                "square root,blur radius,gradient weight,k,adjusted,criterion,one-vs-rest on the test images");
        new SearchResult(without)
                .ranked()
                .forEach(trial -> print(trial, found.getOrDefault(trial.options(), Double.NaN)));
    }

    /** All images of both splits: one class against the rest. */
    private TuningImages test(ImageClass normal) {
        List<float[]> rest = new ArrayList<>();
        images.info().classNames().all().stream()
                .filter(other -> !other.equals(normal))
                .forEach(other -> rest.addAll(List.of(read(Split.TEST, other))));
        return new TuningImages(
                images.info().shape(),
                read(Split.TRAIN, normal),
                read(Split.TEST, normal),
                Map.of("rest", rest.toArray(float[][]::new)));
    }

    private float[][] read(Split split, ImageClass imageClass) {
        List<float[]> read = new ArrayList<>();
        images.samples(split, imageClass, Integer.MAX_VALUE).forEach(pixels -> read.add(PixelScale.toUnit(pixels)));
        return read.toArray(float[][]::new);
    }

    private static void print(Trial trial, double test) {
        ImageNeighbourOptions options = trial.options();
        System.out.printf(
                Locale.ROOT,
                "%b,%d,%.0f,%d,%b,%.4f,%.4f%n",
                options.squareRoot(),
                options.blurRadius(),
                options.gradientWeight(),
                options.neighbours().k(),
                options.adjusted(),
                trial.criterion(),
                test);
    }

    /** Nobody watches. */
    private static final class Quiet implements Progress {
        @Override
        public void step(String name) {}

        @Override
        public void advance(String name, int done, int total, String detail) {}
    }
}
