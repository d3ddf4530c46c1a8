package dev.outsole.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.outsole.UserError;
import dev.outsole.image.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the images of a table of format 1, whose description says nothing of them, and looks whether some are lost: indices have no gaps. */
final class TableCount {
    private final TableInfo info;
    private final String folder;
    private final Map<String, Map<String, Long>> rows = new TreeMap<>();
    private final Map<String, long[]> ranges = new TreeMap<>();

    private TableCount(TableInfo info, String folder) {
        this.info = info;
        this.folder = folder;
        Arrays.stream(Split.values()).forEach(split -> rows.put(split.key(), new TreeMap<>()));
    }

    /**
     * The number of images by split and class, as {@link TableInfo#rows} has it.
     *
     * @param images in the schema of {@link ImageTable}
     * @throws UserError if there are images without a label, split or pixels, or lost ones
     */
    static Map<String, Map<String, Long>> of(Dataset<Row> images, TableInfo info, String folder) {
        TableCount count = new TableCount(info, folder);
        Column whole = length(col("pixels")).equalTo(info.shape().pixels());
        List<Row> groups = images.groupBy("split", "label")
                .agg(
                        count(lit(1)),
                        min("index"),
                        max("index"),
                        count(when(
                                col("index").isNull().or(col("pixels").isNull()).or(not(whole)), 1)))
                .collectAsList();
        groups.forEach(count::add);
        count.requireWholeSplits();
        return count.rows;
    }

    private void add(Row group) {
        String what = group.getLong(2) + " images of split " + group.get(0) + " with label " + group.get(1);
        Map<String, Long> ofSplit = group.isNullAt(0) ? null : rows.get(group.getString(0));
        if (ofSplit == null || group.isNullAt(1) || !isLabel(group.getInt(1))) {
            throw lost("holds " + what + ", which are of none of its splits and classes");
        }
        if (group.getLong(5) > 0) {
            throw lost("holds " + group.getLong(5) + " among " + what + " without index or without "
                    + info.shape().pixels() + " pixels");
        }
        ofSplit.put(info.classes().get(group.getInt(1)), group.getLong(2));
        long[] range = ranges.computeIfAbsent(group.getString(0), split -> new long[] {Long.MAX_VALUE, Long.MIN_VALUE});
        range[0] = Math.min(range[0], group.getInt(3));
        range[1] = Math.max(range[1], group.getInt(4));
    }

    private boolean isLabel(int label) {
        return label >= 0 && label < info.classes().size();
    }

    private void requireWholeSplits() {
        rows.forEach((split, classes) -> {
            long[] range = ranges.getOrDefault(split, new long[] {0, -1});
            long found = classes.values().stream().mapToLong(Long::longValue).sum();
            if (found == 0) {
                throw lost("holds no images of split " + split);
            }
            if (range[0] != 0 || range[1] != found - 1) {
                throw lost("holds " + found + " images of split " + split + ", with indices from " + range[0] + " to "
                        + range[1]);
            }
        });
    }

    private UserError lost(String finding) {
        return new UserError("the image table in " + folder + " " + finding
                + ": copy it again from where it was made, or remove it and ingest the images again");
    }
}
