package dev.outsole.job;

import dev.outsole.spark.TestSession;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.hadoop.fs.Path;

/**
 * Commits night after night, in turn a new one and the same again in its place, until somebody ends it; tells of each that it has done.
 * Arguments: folder of the history, first date.
 */
final class HistoryCommitLoop {
    private HistoryCommitLoop() {}

    public static void main(String[] args) throws Exception {
        HistoryStore store = HistoryStore.open(TestSession.spark(), new Path(args[0]), Duration.ofSeconds(1));
        LocalDate date = LocalDate.parse(args[1]);
        while (true) {
            HistoryNights.commit(store, date, "first", false);
            System.out.println("committed " + date);
            HistoryNights.commit(store, date, "second", true);
            System.out.println("committed " + date);
            date = date.plusDays(1);
        }
    }
}
