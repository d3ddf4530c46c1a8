package dev.outsole.job;

import dev.outsole.config.DataSettings;
import dev.outsole.idx.IdxSource;
import dev.outsole.spark.Ingest;
import dev.outsole.spark.Sessions;
import org.apache.spark.sql.SparkSession;

/** {@code ingest}: IDX files to image table. */
public final class IngestJob {
    private final DataSettings settings;
    private final IdxSource source;
    private final Progress progress;

    public IngestJob(DataSettings settings, IdxSource source, Progress progress) {
        this.settings = settings;
        this.source = source;
        this.progress = progress;
    }

    /** Makes the table, if it isn't there already. */
    public Ingest.Outcome run() {
        progress.step("ingesting");
        try (SparkSession spark = Sessions.open("outsole ingest")) {
            return new Ingest(spark).run(source, settings.classes(), settings.table());
        }
    }
}
