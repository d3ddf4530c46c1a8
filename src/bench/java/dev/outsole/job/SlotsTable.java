package dev.outsole.job;

import dev.outsole.image.ImageClass;
import dev.outsole.spark.Sessions;
import dev.outsole.sweep.ModelKey;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * How a sweep of ten long and ten short models fills a cluster: each model is a Spark task that sleeps, so that a machine of two cores can
 * stand for one of many slots. One number of slots in each JVM, since a JVM has one Spark.
 */
public final class SlotsTable {
    private static final long LONG_MILLIS = 4000;
    private static final long SHORT_MILLIS = 800;

    private SlotsTable() {}

    /** Prints slots, seconds, the seconds that cost no overhead at all, and their ratio. */
    public static void main(String[] args) throws InterruptedException {
        try (SparkSession spark = Sessions.open("slots")) {
            int slots = Sessions.slots(spark);
            JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
            sleep(context, 1); // the first job of a JVM loads classes
            long start = System.nanoTime();
            new SweepTraining(model -> sleep(context, millis(model)), () -> Sessions.slots(spark), new Silent())
                    .run(models());
            double seconds = (System.nanoTime() - start) / 1e9;
            double ideal = 10 * (LONG_MILLIS + SHORT_MILLIS) / 1e3 / slots;
            System.out.printf(Locale.ROOT, "%5d  %7.2f  %5.2f  %5.3f%n", slots, seconds, ideal, ideal / seconds);
        }
    }

    private static List<ModelKey> models() {
        return Stream.of("autoencoder", "pixels")
                .flatMap(detector -> LongStream.range(0, 10)
                        .mapToObj(seed -> new ModelKey(detector, new ImageClass(0, "any"), seed)))
                .toList();
    }

    private static long millis(ModelKey model) {
        return model.detector().equals("pixels") ? SHORT_MILLIS : LONG_MILLIS;
    }

    private static void sleep(JavaSparkContext spark, long millis) {
        spark.parallelize(List.of(millis), 1).foreach(Thread::sleep);
    }

    private static final class Silent implements Progress {
        @Override
        public void step(String name) {}

        @Override
        public void advance(String name, int done, int total, String detail) {}
    }
}
