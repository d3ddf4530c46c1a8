package dev.outsole.spark;

import dev.outsole.model.ModelFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** A model's directory on any Hadoop file system; on a local disk without Hadoop's own files of checksums. */
final class HadoopModelFiles implements ModelFiles {
    private final FileSystem files;
    private final Path directory;

    HadoopModelFiles(Path directory, Configuration hadoop) throws IOException {
        this.files = Storage.plain(HadoopPaths.fileSystem(directory, hadoop));
        this.directory = files.makeQualified(directory);
    }

    @Override
    public SortedSet<String> names() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(directory, true);
        while (all.hasNext()) {
            names.add(name(all.next().getPath()));
        }
        return names;
    }

    private String name(Path file) {
        return directory.toUri().relativize(file.toUri()).getPath();
    }

    @Override
    public InputStream open(String name) throws IOException {
        return files.open(new Path(directory, name));
    }

    @Override
    public OutputStream create(String name) throws IOException {
        return SyncedFile.create(files, new Path(directory, name), false);
    }

    /** Hadoop's checksums, {@code .name.crc}, would be read instead of noticed. */
    void removeHadoopChecksums() throws IOException {
        for (String name : names()) {
            Path file = new Path(directory, name);
            if (file.getName().startsWith(".") && file.getName().endsWith(".crc")) {
                files.delete(file, false);
            }
        }
    }
}
