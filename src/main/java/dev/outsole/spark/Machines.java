package dev.outsole.spark;

import dev.outsole.blas.Rounding;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * The machines that a session computes on, the driver's among them.
 *
 * @param hosts how many
 * @param arithmetic the kinds of rounding among them, see {@link Rounding}; more than one if processors are of several kinds
 */
public record Machines(int hosts, List<String> arithmetic) {
    /** Tasks for each slot, so that hardly any executor gets none. */
    private static final int TASKS = 3;

    public Machines {
        arithmetic = List.copyOf(arithmetic);
    }

    /** Asks every executor that there is now. */
    public static Machines of(SparkSession spark) {
        int tasks = TASKS * Sessions.slots(spark);
        List<String[]> answers = new JavaSparkContext(spark.sparkContext())
                .parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
                .map(task -> answer())
                .collect();
        TreeSet<String> hosts = new TreeSet<>();
        TreeSet<String> arithmetic = new TreeSet<>();
        answers.forEach(answer -> {
            hosts.add(answer[0]);
            arithmetic.add(answer[1]);
        });
        arithmetic.add(Rounding.ofThisMachine());
        return new Machines(hosts.size(), List.copyOf(arithmetic));
    }

    private static String[] answer() {
        return new String[] {HostName.ofThisMachine(), Rounding.ofThisMachine()};
    }
}
