package dev.outsole.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.outsole.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder of a lease's files: one for each time that it was taken, by rising number. Whoever has the highest has the lease. */
final class LeaseFolder {

    private final Configuration hadoop;
    private final FileSystem files;
    private final Path folder;

    LeaseFolder(Configuration hadoop, Path folder) throws IOException {
        this.hadoop = hadoop;
        this.files = HadoopPaths.fileSystem(folder, hadoop);
        this.folder = files.makeQualified(folder);
        files.mkdirs(this.folder);
    }

    /** The highest number that is taken. */
    OptionalLong highest() throws IOException {
        return numbers().max();
    }

    private LongStream numbers() throws IOException {
        return Arrays.stream(files.listStatus(folder))
                .map(FileStatus::getPath)
                .map(Path::getName)
                .filter(name -> name.matches("\\d{12}\\.json"))
                .mapToLong(name -> Long.parseLong(name.substring(0, 12)));
    }

    private Path path(long number) {
        return new Path(folder, String.format(Locale.ROOT, "%012d.json", number));
    }

    /** Takes a number, unless somebody else has; tells whether it did. */
    boolean take(long number, LeaseHolder holder) throws IOException {
        return ExclusiveFile.create(hadoop, path(number), bytes(holder));
    }

    private static byte[] bytes(LeaseHolder holder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Json.write(bytes, holder);
        return bytes.toByteArray();
    }

    /** Who has a number; absent if nobody has (any more), or its file has no content yet. */
    Optional<LeaseHolder> holder(long number) throws IOException {
        try (InputStream in = Storage.plain(files).open(path(number))) {
            return Optional.of(Json.read(in, LeaseHolder.class));
        } catch (FileNotFoundException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** When a number's file was last written, in milliseconds since 1970; absent if it isn't there. */
    OptionalLong written(long number) throws IOException {
        try {
            return OptionalLong.of(files.getFileStatus(path(number)).getModificationTime());
        } catch (FileNotFoundException e) {
            return OptionalLong.empty();
        }
    }

    void rewrite(long number, LeaseHolder holder) throws IOException {
        byte[] bytes = bytes(holder);
        StagedFile.write(hadoop, path(number), out -> out.write(bytes));
    }

    void delete(long number) throws IOException {
        files.delete(path(number), false);
    }

    /** Removes what is left of those before. */
    void deleteBelow(long number) throws IOException {
        for (long lower : numbers().filter(found -> found < number).toArray()) {
            delete(lower);
        }
    }
}
