package dev.outsole.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file that only one of many can create. HDFS and Azure's stores see to that themselves; on a local disk Hadoop would first look, then
 * create, so the operating system is asked. An S3 store has no such step: there two that create at once may both believe that they have.
 */
final class ExclusiveFile {

    private ExclusiveFile() {}

    /** Creates it, unless it is there; tells whether it did. Others may see the file before its content. */
    static boolean create(Configuration hadoop, Path path, byte[] content) throws IOException {
        FileSystem files = HadoopPaths.fileSystem(path, hadoop);
        OutputStream out;
        try {
            out = open(files, path);
        } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException e) {
            return false;
        }
        write(files, path, out, content);
        return true;
    }

    /** On a full disk a file without content would be left. */
    private static void write(FileSystem files, Path path, OutputStream out, byte[] content) throws IOException {
        try (out) {
            out.write(content);
        } catch (IOException e) {
            Storage.plain(files).delete(path, false);
            throw e;
        }
    }

    private static OutputStream open(FileSystem files, Path path) throws IOException {
        return files instanceof LocalFileSystem local
                ? Files.newOutputStream(
                        local.pathToFile(path).toPath(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                : files.create(path, false);
    }
}
