package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.work.Attempt;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/** Opens the Spark session of a job. The master and every other setting are the launcher's and {@code conf/}'s choice. */
public final class Sessions {

    /**
     * How far down the causes of a task's failure Spark looks for an error, such as a lack of memory, that ends the executor. In local mode that
     * is the driver, and it would end with 52: with 0 the task fails, and what it worked for.
     */
    private static final String KILL_DEPTH = "spark.executor.killOnFatalError.depth";

    private static final Pattern HEAP_TOO_SMALL = Pattern.compile("(System|Executor) memory \\d+ must be at least");

    private Sessions() {}

    /**
     * The session of this JVM, under this name in Spark's UI.
     *
     * @throws UserError if no master is set, the JVM would end itself, or its heap is smaller than Spark's least
     */
    public static SparkSession open(String applicationName) {
        JvmOptions.check();
        SparkConf conf = new SparkConf().setIfMissing("spark.app.name", applicationName);
        if (!conf.contains("spark.master")) {
            throw new UserError("no Spark master is set: start through submit/outsole or spark-submit");
        }
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing(KILL_DEPTH, "0");
        }
        ForeignExit.watch();
        Attempt<SparkSession> session =
                Attempt.of(() -> SparkSession.builder().config(conf).getOrCreate());
        if (session instanceof Attempt.Failed<SparkSession> failed) {
            requireHeap(failed.failure().thrown());
        }
        return session.orThrow();
    }

    /** Spark's own words, which say what there is and what has to be raised. */
    private static void requireHeap(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (thrown instanceof IllegalArgumentException
                && HEAP_TOO_SMALL.matcher(message).find()) {
            throw new UserError("Spark can't start: " + message + " Give more with -- --driver-memory 2g", thrown);
        }
    }

    /** Hadoop's settings as the session will have them, for what is looked at before there is one. */
    public static Configuration hadoop() {
        return SparkHadoopUtil.get().newConfiguration(new SparkConf());
    }

    /** How many tasks can run at once on the executors that there are now; on a cluster that is starting up they become more. */
    public static int slots(SparkSession spark) {
        SparkContext context = spark.sparkContext();
        return Math.max(
                1,
                context.maxNumConcurrentTasks(context.resourceProfileManager().defaultResourceProfile()));
    }
}
