package dev.outsole.spark;

import dev.outsole.neighbour.NeighbourBlock;
import dev.outsole.neighbour.NeighbourRows;
import dev.outsole.neighbour.NeighbourSearch;
import dev.outsole.neighbour.RowRange;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Training rows that executors work with, each block a broadcast of its own: an executor drops blocks, or moves them to its disk, where it lacks
 * the memory for all.
 */
final class SharedRows implements Serializable {
    private static final long serialVersionUID = 1;

    private final NeighbourRows rows;
    private transient @Nullable List<Broadcast<NeighbourBlock>> blocks;

    SharedRows(NeighbourRows rows) {
        this.rows = rows;
    }

    NeighbourRows rows() {
        return rows;
    }

    /** Sent once, when first asked for. */
    synchronized List<Broadcast<NeighbourBlock>> blocks(SparkSession spark) {
        if (blocks == null) {
            JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
            ArrayList<Broadcast<NeighbourBlock>> sent = new ArrayList<>();
            rows.blocks().forEach(block -> sent.add(context.broadcast(block)));
            blocks = List.copyOf(sent);
            ClusterMemory.atEnd(this::release);
        }
        return blocks;
    }

    /** Takes them back from everywhere. */
    synchronized void release() {
        if (blocks != null) {
            blocks.forEach(Broadcast::destroy);
            blocks = null;
        }
    }

    /** Looks among the rows of all blocks, one block in hand at a time; gives the distances and closes the search. */
    static double[][] search(NeighbourSearch search, List<Broadcast<NeighbourBlock>> blocks) {
        try (search) {
            blocks.forEach(block -> search.in(block.value()));
            return search.distances();
        }
    }

    /** Distances from every row to the k nearest others, {@code [n × k]}, by a task for each range of rows. */
    double[][] leaveOneOut(SparkSession spark, int k) {
        List<Broadcast<NeighbourBlock>> shared = blocks(spark);
        List<RowRange> ranges = rows.ranges();
        List<double[][]> distances = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(ranges, ranges.size())
                .map(range -> leaveOneOut(range, k, shared))
                .collect();
        return distances.stream().flatMap(Arrays::stream).toArray(double[][]::new);
    }

    private static double[][] leaveOneOut(RowRange range, int k, List<Broadcast<NeighbourBlock>> shared) {
        NeighbourBlock own = shared.get(range.block()).value();
        return search(NeighbourSearch.leaveOneOut(own, range.from(), range.to(), k), shared);
    }
}
