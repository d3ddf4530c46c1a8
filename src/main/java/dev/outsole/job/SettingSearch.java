package dev.outsole.job;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import dev.outsole.UserError;
import dev.outsole.image.ImageClass;
import dev.outsole.image.PixelScale;
import dev.outsole.image.Split;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.Sent;
import dev.outsole.tune.SearchGrid;
import dev.outsole.tune.Trial;
import dev.outsole.tune.Trials;
import dev.outsole.tune.TuningImages;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tries all settings of the grid on the normal images of a class: a Spark task for each way to prepare images. */
final class SettingSearch {
    /** Images that a class is tried with at most: time grows with their square, and these tell settings apart. */
    private static final int MOST_IMAGES = 6000;

    private final JavaSparkContext spark;
    private final ImageTable images;
    private final long seed;
    private final Progress progress;

    SettingSearch(JavaSparkContext spark, ImageTable images, long seed, Progress progress) {
        this.spark = spark;
        this.images = images;
        this.seed = seed;
        this.progress = progress;
    }

    List<Trial> run(ImageClass normal) {
        String name = "tune " + normal.slug();
        progress.step(name);
        return run(name, TuningImages.draw(normalImages(normal), images.info().shape(), seed));
    }

    List<Trial> run(String name, TuningImages tried) {
        spark.sc().setJobDescription(name);
        List<ImageNeighbourOptions> preparations = SearchGrid.preparations();
        List<Trial> trials = new ArrayList<>();
        return Sent.during(spark, tried, sent -> {
            TaskProgress.show(
                    spark.sc(),
                    name,
                    progress,
                    () -> spark.parallelize(preparations, preparations.size())
                            .map(preparation -> Trials.of(preparation, sent.value()))
                            .collect()
                            .forEach(trials::addAll));
            return trials;
        });
    }

    /** Its training images, or some drawn from them by a hash of their index and the seed; entries in [0, 1]. */
    private float[][] normalImages(ImageClass normal) {
        Dataset<Row> all = images.images(Split.TRAIN, normal);
        float[][] drawn = all
                .orderBy(xxhash64(all.col("index"), lit(seed)), all.col("index"))
                .limit(MOST_IMAGES)
                .select("pixels")
                .collectAsList()
                .stream()
                .map(row -> PixelScale.toUnit(row.getAs(0)))
                .toArray(float[][]::new);
        long wanted = Math.min(MOST_IMAGES, images.info().count(Split.TRAIN, List.of(normal)));
        if (drawn.length != wanted) {
            throw new UserError(drawn.length + " of " + wanted + " training images were read: copy the table again from"
                    + " where it was made, or remove it and ingest the images again");
        }
        return drawn;
    }
}
