package dev.outsole.spark;

import dev.outsole.work.Attempt;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs that have died left in a folder of outputs: staged directories, their leases, and on an object store what they had begun to write in
 * its place. What belongs to a run that lives, or may live on another machine, stays.
 */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Pattern LOCK = Pattern.compile("\\.(.+)\\.lock");
    /** Staged directories of version 0.1 have no lease. */
    private static final Duration OLD = Duration.ofDays(1);

    private final Configuration hadoop;
    private final FileSystem files;
    private final Path folder;

    Leftovers(Configuration hadoop, FileSystem files, Path folder) {
        this.hadoop = hadoop;
        this.files = files;
        this.folder = folder;
    }

    /**
     * Removes them. What can't be removed stays, with a word in the log.
     *
     * @param held the output whose lease is ours: whatever is staged for it is a dead run's
     * @param lease that one
     */
    void remove(String held, Lease lease) {
        Attempt<Boolean> removal = Attempt.run(() -> {
            for (Map.Entry<String, List<FileStatus>> output : staged().entrySet()) {
                lease.requireHeld();
                remove(output.getKey(), output.getValue(), output.getKey().equals(held));
            }
        });
        if (removal instanceof Attempt.Failed<Boolean> failed) {
            LOG.warn(
                    "what dead runs left in {} could not be removed: {}",
                    folder,
                    failed.failure().reason());
        }
    }

    /** Staged directories by their output, also of those that have a lease alone. */
    private Map<String, List<FileStatus>> staged() throws IOException {
        Map<String, List<FileStatus>> staged = new TreeMap<>();
        for (FileStatus entry : files.listStatus(folder)) {
            if (entry.isDirectory()) {
                Storage.targetOf(entry.getPath())
                        .ifPresent(name -> staged.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(entry));
                locked(entry).ifPresent(name -> staged.computeIfAbsent(name, key -> new ArrayList<>()));
            }
        }
        return staged;
    }

    private static Optional<String> locked(FileStatus entry) {
        Matcher matcher = LOCK.matcher(entry.getPath().getName());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whoever takes the lease from now on stages in directories that were not listed. */
    private void remove(String output, List<FileStatus> staged, boolean held) throws IOException {
        LeaseFolder lease = new LeaseFolder(hadoop, OutputLease.folder(folder, output));
        OptionalLong highest = held ? OptionalLong.empty() : lease.highest();
        boolean dead = highest.isPresent() && lease.isDead(highest.getAsLong(), OutputLease.LENGTH);
        for (FileStatus directory : staged) {
            if (held || dead || (highest.isEmpty() && isOld(directory, Instant.now()))) {
                files.delete(directory.getPath(), true);
                LOG.info("removed {}, which a run left that has died", directory.getPath());
            }
        }
        if (dead && !Storage.renamesAtOnce(files)) {
            tidyInPlace(output);
        } else if (dead) {
            lease.deleteUpTo(highest.getAsLong());
        } else if (!held && highest.isEmpty()) {
            lease.deleteUnlessTaken();
        }
    }

    /** Under the dead run's lease, so that nobody begins to write there meanwhile. */
    private void tidyInPlace(String output) throws IOException {
        try (Lease lease = Lease.take(hadoop, OutputLease.folder(folder, output), output, OutputLease.LENGTH)) {
            lease.requireHeld();
            UnfinishedNote.tidy(files, new Path(folder, output));
        }
    }

    private static boolean isOld(FileStatus directory, Instant now) {
        return Instant.ofEpochMilli(directory.getModificationTime()).isBefore(now.minus(OLD));
    }
}
