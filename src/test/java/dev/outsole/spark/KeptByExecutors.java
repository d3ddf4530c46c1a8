package dev.outsole.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkEnv;
import org.apache.spark.storage.BlockId;
import org.apache.spark.storage.BlockManager;
import org.apache.spark.storage.BlockResult;
import scala.collection.JavaConverters;

/** What the executor of the test session keeps at the moment. */
public final class KeptByExecutors {
    /** What Spark sends by itself, for each job, and takes back with the garbage: tasks and settings. */
    private static final Set<String> SPARKS = Set.of("[B", "org.apache.spark.util.SerializableConfiguration");

    private KeptByExecutors() {}

    /** How many tables and the like. */
    public static int tables() {
        return TestSession.spark().sparkContext().getPersistentRDDs().size();
    }

    /** Classes of the values that were broadcast, without Spark's own. */
    public static List<String> broadcasts() {
        BlockManager blocks = SparkEnv.get().blockManager();
        List<String> classes = new ArrayList<>();
        for (BlockId id : JavaConverters.seqAsJavaList(blocks.getMatchingBlockIds(BlockId::isBroadcast))) {
            if (!id.name().contains("_piece")) {
                scala.Option<BlockResult> result = blocks.getLocalValues(id);
                while (result.isDefined()
                        && result.get().data().hasNext()) { // to its end: only then others may remove it
                    classes.add(result.get().data().next().getClass().getName());
                }
            }
        }
        classes.removeAll(SPARKS);
        return classes;
    }
}
