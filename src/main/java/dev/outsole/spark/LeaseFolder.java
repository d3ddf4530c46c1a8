package dev.outsole.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.outsole.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder of a lease's files: one for each time that it was taken, by rising number. Whoever has the highest has the lease. The folder
 * is there while somebody has it, or has died with it.
 */
final class LeaseFolder {
    private static final String FILE = "\\d{12}\\.json";

    private final Configuration hadoop;
    private final FileSystem files;
    private final Path folder;

    LeaseFolder(Configuration hadoop, Path folder) throws IOException {
        this.hadoop = hadoop;
        this.files = HadoopPaths.fileSystem(folder, hadoop);
        this.folder = files.makeQualified(folder);
    }

    /** The highest number that is taken. */
    OptionalLong highest() throws IOException {
        return numbers().max();
    }

    private LongStream numbers() throws IOException {
        try {
            return Arrays.stream(files.listStatus(folder))
                    .map(FileStatus::getPath)
                    .map(Path::getName)
                    .filter(name -> name.matches(FILE))
                    .mapToLong(LeaseFolder::number);
        } catch (FileNotFoundException e) {
            return LongStream.empty();
        }
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(0, 12));
    }

    private Path path(long number) {
        return new Path(folder, String.format(Locale.ROOT, "%012d.json", number));
    }

    /** Takes a number, unless somebody else has, or removes the folder meanwhile; tells whether it did. */
    boolean take(long number, LeaseHolder holder) throws IOException {
        files.mkdirs(folder);
        try {
            return ExclusiveFile.create(hadoop, path(number), bytes(holder));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            Storage.deleteIfEmpty(files, folder);
            throw e;
        }
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

    /**
     * Whether the one who has a number has died with it.
     *
     * @param length of a lease: by then whoever takes one has written who it is
     */
    boolean isDead(long number, Duration length) throws IOException {
        Instant now = Instant.now();
        Optional<LeaseHolder> holder = holder(number);
        return holder.isPresent()
                ? holder.get().isGone(now)
                : written(number).orElse(Long.MAX_VALUE) < now.minus(length).toEpochMilli();
    }

    /** Whether somebody has a number below this one, and lives. */
    boolean isTakenBelow(long number) throws IOException {
        Instant now = Instant.now();
        for (long lower : numbers().filter(found -> found < number).toArray()) {
            if (holder(lower).filter(found -> !found.isOver(now)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Gives a number back. The folder goes with the last one. */
    void delete(long number) throws IOException {
        files.delete(path(number), false);
        Storage.deleteIfEmpty(files, folder);
    }

    /** Removes all of a lease whose last holder has died, and the folder unless somebody takes it meanwhile. */
    void deleteUpTo(long number) throws IOException {
        deleteBelow(number + 1);
        Storage.deleteIfEmpty(files, folder);
    }

    /** Removes what is left where nobody has a number. */
    void deleteUnlessTaken() throws IOException {
        StagedFile.removeStaged(hadoop, folder);
        Storage.deleteIfEmpty(files, folder);
    }

    /** Removes what is left of those before, also of what they were writing when they died. */
    void deleteBelow(long number) throws IOException {
        for (Path file : HadoopPaths.within(files, folder)) {
            String name = Storage.targetOf(file).orElse(file.getName());
            if (name.matches(FILE) && number(name) < number) {
                files.delete(file, false);
            }
        }
    }
}
