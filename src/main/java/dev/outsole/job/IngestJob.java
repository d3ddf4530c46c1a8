package dev.outsole.job;

import dev.outsole.config.Settings;
import dev.outsole.idx.IdxSource;
import dev.outsole.spark.DataClasses;
import dev.outsole.spark.IdxFolder;
import dev.outsole.spark.Ingest;
import dev.outsole.spark.Sessions;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** {@code ingest}: IDX files to image table. */
public final class IngestJob {
    private final Settings settings;
    private final Optional<IdxSource> source;
    private final Progress progress;

    /**
     * Of these settings.
     *
     * @param source the files, or else those that are in the settings' folder
     */
    public IngestJob(Settings settings, Optional<IdxSource> source, Progress progress) {
        this.settings = settings;
        this.source = source;
        this.progress = progress;
    }

    /** What the command shows at its end. */
    public record Outcome(Ingest.Outcome made, Optional<String> warning) {}

    /** Makes the table, if it isn't there already. */
    public Outcome run() {
        progress.step("ingesting");
        try (SparkSession spark = Sessions.open("outsole ingest")) {
            Configuration hadoop = spark.sparkContext().hadoopConfiguration();
            IdxSource files = source.orElseGet(() -> IdxFolder.find(hadoop, settings.source()));
            DataClasses classes = DataClasses.ofFiles(hadoop, files, settings.givenClasses());
            return new Outcome(
                    new Ingest(spark).run(files, classes, settings.table()), KnownClasses.warning(classes.empty()));
        }
    }
}
