package dev.outsole.detector;

import dev.outsole.work.Thrown;
import java.util.Properties;
import org.apache.spark.SparkContext;

/** What Spark knows of a thread's jobs. To be told one certain description it throws, once. */
final class ThrowingProperties extends Properties {
    private static final long serialVersionUID = 1;

    private final String ending;
    private final Thrown thrown;
    private boolean done;

    private ThrowingProperties(String ending, Thrown thrown) {
        this.ending = ending;
        this.thrown = thrown;
    }

    /** Has this thread's next job description with such an ending throw. */
    static void install(SparkContext spark, String ending, Thrown thrown) {
        ThrowingProperties properties = new ThrowingProperties(ending, thrown);
        properties.putAll(spark.getLocalProperties());
        spark.setLocalProperties(properties);
    }

    @Override
    public synchronized Object setProperty(String key, String value) {
        if (!done && value.endsWith(ending)) {
            done = true;
            thrown.sneakily();
        }
        return super.setProperty(key, value);
    }
}
