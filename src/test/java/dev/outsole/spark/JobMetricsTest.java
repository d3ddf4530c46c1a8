package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.detector.AutoencoderDetector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.svm.Gamma;
import dev.outsole.svm.SvmOptions;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.source.Source;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class JobMetricsTest {

    /** One detector, two epochs, twenty images; other tests of this JVM have counted before. */
    @Test
    void countsWhatTheDriverDoes() {
        TestSession.spark();
        long models = count("models_trained");
        long epochs = count("epochs");
        long images = count("images_scored");
        Dataset<Row> rows = TestImages.BINARY
                .rows(20)
                .withColumnRenamed("features", "pixels")
                .withColumn("label", functions.lit(1));

        ScoreRows.collect(
                "autoencoder",
                new AutoencoderDetector()
                        .pipeline(new DetectorOptions(
                                TestImages.SHAPE,
                                new SvmOptions(0.3, new Gamma.Value(2), 1e-4),
                                ImageNeighbourOptions.DEFAULT,
                                SmallOptions.of(List.of(4), 2, 8, 1, 2, 3),
                                EpochListener.SILENT))
                        .fit(rows)
                        .transform(rows));

        assertThat(count("models_trained") - models).isEqualTo(1);
        assertThat(count("epochs") - epochs).isEqualTo(2);
        assertThat(count("images_scored") - images).isEqualTo(20);
        assertThat((double) source().metricRegistry().getGauges().get("loss").getValue())
                .isPositive();
    }

    private static long count(String name) {
        return source().metricRegistry().getCounters().get(name).getCount();
    }

    /** As a sink finds it. */
    private static Source source() {
        JobMetrics.current();
        return SparkEnv.get().metricsSystem().getSourcesByName("outsole").head();
    }
}
