package dev.outsole.spark;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import org.apache.spark.SparkEnv;
import org.apache.spark.metrics.MetricsSystem;
import org.apache.spark.metrics.source.Source;
import scala.collection.Seq;

/** What a driver has done so far, among Spark's own metrics, for whatever sink {@code spark.metrics.conf} names. */
final class JobMetrics implements Source {
    private static final String NAME = "outsole";

    private final MetricRegistry registry = new MetricRegistry();
    private final Counter modelsTrained = registry.counter("models_trained");
    private final Counter epochs = registry.counter("epochs");
    private final Counter imagesScored = registry.counter("images_scored");
    private volatile double loss = Double.NaN;

    private JobMetrics() {
        Gauge<Double> last = () -> loss;
        registry.register("loss", last);
    }

    /** Those of the application that runs in this JVM. */
    static synchronized JobMetrics current() {
        MetricsSystem system = SparkEnv.get().metricsSystem();
        Seq<Source> registered = system.getSourcesByName(NAME);
        if (!registered.isEmpty()) {
            return (JobMetrics) registered.head();
        }
        JobMetrics metrics = new JobMetrics();
        system.registerSource(metrics);
        return metrics;
    }

    /** The last stage of a detector is fitted. */
    void modelTrained() {
        modelsTrained.inc();
    }

    /** @param lossOfEpoch mean squared error per pixel */
    void epochEnded(double lossOfEpoch) {
        epochs.inc();
        loss = lossOfEpoch;
    }

    void imagesScored(long count) {
        imagesScored.inc(count);
    }

    @Override
    public String sourceName() {
        return NAME;
    }

    @Override
    public MetricRegistry metricRegistry() {
        return registry;
    }
}
