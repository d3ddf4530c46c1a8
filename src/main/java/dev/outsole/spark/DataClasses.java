package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.idx.IdxFiles;
import dev.outsole.idx.IdxSource;
import dev.outsole.idx.LabelCounts;
import dev.outsole.idx.Labels;
import dev.outsole.image.ClassNames;
import dev.outsole.image.FashionMnist;
import dev.outsole.image.ImageClass;
import dev.outsole.image.Split;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/**
 * The classes of a data set, which are known before there is a Spark session: those of its image table, or else of its files. Names that the
 * user has given win; a set that is known by its content has its own; others are numbers.
 *
 * @param labels how the files count them; from 0 in a table
 * @param empty those without an image in one of the splits
 */
public record DataClasses(ClassNames names, Labels labels, List<ImageClass> empty) {

    public DataClasses {
        empty = List.copyOf(empty);
    }

    /**
     * The classes of what a command will read.
     *
     * @param table folder of an image table, which counts if it is there
     * @param source its files otherwise
     * @param given names from the user, or none
     */
    public static DataClasses of(Configuration hadoop, String table, Supplier<IdxSource> source, List<String> given) {
        return ImageTable.exists(hadoop, table)
                ? ofTable(ImageTable.readInfo(hadoop, table), table, given)
                : ofFiles(hadoop, source.get(), given);
    }

    private static DataClasses ofTable(TableInfo info, String table, List<String> given) {
        ClassNames names = given.isEmpty() ? info.classNames() : new ClassNames(given);
        if (names.size() != info.classes().size()) {
            throw new UserError("outsole.data.classes has " + names.size() + " names, " + given
                    + ", the image table in " + table + " has " + info.classes().size() + " classes, " + info.classes()
                    + ": name all of them, or leave it out");
        }
        if (info.rows().isEmpty()) { // a table of format 1: it is counted later
            return new DataClasses(names, Labels.from0(names.size()), List.of());
        }
        List<ImageClass> empty = new ArrayList<>();
        for (ImageClass own : info.classNames().all()) {
            if (info.count(Split.TRAIN, List.of(own)) == 0 || info.count(Split.TEST, List.of(own)) == 0) {
                empty.add(names.labelled(own.label()));
            }
        }
        return new DataClasses(names, Labels.from0(names.size()), empty);
    }

    /** The classes of an MNIST-like set's files. */
    public static DataClasses ofFiles(Configuration hadoop, IdxSource source, List<String> given) {
        Map<Split, LabelCounts> counts = new HashMap<>();
        for (Split split : Split.values()) {
            counts.put(split, count(hadoop, source.files(split)));
        }
        int largest =
                counts.values().stream().mapToInt(LabelCounts::largest).max().orElseThrow();
        ClassNames names = given.isEmpty() ? names(counts, largest) : new ClassNames(given);
        boolean from1 = largest == names.size()
                && counts.values().stream().allMatch(one -> one.counts().get(0) == 0);
        Labels labels = new Labels(from1 ? 1 : 0, names.size());
        List<ImageClass> empty = names.all().stream()
                .filter(one ->
                        counts.values().stream().anyMatch(own -> own.counts().get(one.label() + labels.first()) == 0))
                .toList();
        return new DataClasses(names, labels, empty);
    }

    private static LabelCounts count(Configuration hadoop, IdxFiles files) {
        try {
            return LabelCounts.read(files.labels(), IdxRows.stream(hadoop, files.labels()));
        } catch (IOException e) {
            throw new UserError(files.labels() + " can't be read (" + e.getMessage() + ")", e);
        }
    }

    private static ClassNames names(Map<Split, LabelCounts> counts, int largest) {
        boolean fashion = counts.entrySet().stream()
                .allMatch(entry -> entry.getValue()
                        .sha256()
                        .equals(FashionMnist.SHA256.get(entry.getKey().key() + "_labels")));
        return fashion
                ? FashionMnist.CLASSES
                : new ClassNames(IntStream.rangeClosed(0, Math.max(1, largest))
                        .mapToObj(String::valueOf)
                        .toList());
    }
}
