package dev.outsole.spark;

import dev.outsole.tensor.TensorFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.MLWriter;

/** Saves a stage of any kind: Spark's metadata, and a {@link TensorFile}. */
final class StageWriter extends MLWriter {
    private final StoredStage stage;

    StageWriter(StoredStage stage) {
        this.stage = stage;
    }

    @Override
    public void saveImpl(String path) {
        StageMetadata.save(stage, path, sc());
        Configuration hadoop = sc().hadoopConfiguration();
        try {
            FileSystem files = Storage.plain(HadoopPaths.fileSystem(new Path(path), hadoop));
            try (OutputStream out = SyncedFile.create(files, new Path(path, TensorFile.NAME), false)) {
                TensorFile.write(out, stage.numbers());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
