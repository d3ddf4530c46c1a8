package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.model.Sha256;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * The Parquet files of an image table, held against what its description lists: a table that has lost one would read as a smaller data set.
 *
 * @param folder that holds them
 */
record TableFiles(Configuration hadoop, Path folder) {
    private static final String MEND =
            ": copy the table again from where it was made, or remove it and ingest the images again";

    /** What is there, by name. The rows are those that stand at the end of each file. */
    SortedMap<String, TableFile> describe() throws IOException {
        SortedMap<String, TableFile> files = new TreeMap<>();
        for (FileStatus file : present().values()) {
            try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromStatus(file, hadoop))) {
                files.put(
                        file.getPath().getName(),
                        new TableFile(reader.getRecordCount(), file.getLen(), checksum(file.getPath())));
            }
        }
        return files;
    }

    /**
     * Checks that there are all files, as they were written, and no other.
     *
     * @throws UserError if not; the message names the first that is amiss
     */
    void check(Map<String, TableFile> listed) throws IOException {
        SortedMap<String, FileStatus> present = present();
        for (var file : new TreeMap<>(listed).entrySet()) {
            FileStatus status = present.remove(file.getKey());
            if (status == null) {
                throw amiss(file.getKey(), " is missing, and " + file.getValue().rows() + " images with it");
            }
            if (status.getLen() != file.getValue().bytes()) {
                throw amiss(
                        file.getKey(),
                        " has " + status.getLen() + " bytes, of "
                                + file.getValue().bytes());
            }
            if (!checksum(status.getPath()).equals(file.getValue().sha256())) {
                throw amiss(file.getKey(), " has changed since it was written (its SHA-256 is another)");
            }
        }
        if (!present.isEmpty()) {
            throw amiss(present.firstKey(), " is not a file of this table");
        }
    }

    private UserError amiss(String name, String finding) {
        return new UserError(
                "the image table in " + folder.getParent() + ": " + folder.getName() + "/" + name + finding + MEND);
    }

    /** The files that Spark would read, by name. */
    private SortedMap<String, FileStatus> present() throws IOException {
        SortedMap<String, FileStatus> files = new TreeMap<>();
        try {
            for (FileStatus file : files().listStatus(folder)) {
                String name = file.getPath().getName();
                if (!name.startsWith("_") && !name.startsWith(".")) {
                    files.put(name, file);
                }
            }
        } catch (FileNotFoundException e) {
            return files;
        }
        return files;
    }

    private String checksum(Path file) throws IOException {
        try (InputStream in = files().open(file)) {
            return Sha256.of(in);
        }
    }

    /** Without Hadoop's own checksums, which would meet a changed file with an error that says less. */
    private FileSystem files() throws IOException {
        return Storage.plain(HadoopPaths.fileSystem(folder, hadoop));
    }
}
