package dev.outsole.job;

import dev.outsole.history.Night;
import dev.outsole.json.Json;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.Lease;
import dev.outsole.spark.OutputLease;
import dev.outsole.sweep.Manifest;
import dev.outsole.work.Attempt;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes run directories of old nights, and of nights that were replaced. One is removed only if the history names it, it is where the
 * history says, and it holds the sweep of that very run.
 */
final class OldRuns {
    private static final Logger LOG = LoggerFactory.getLogger(OldRuns.class);

    private final Configuration hadoop;
    private final Consumer<String> warnings;
    private final Map<Path, Set<String>> listed = new LinkedHashMap<>();

    /** @param warnings is told of what can't be removed, and stays */
    OldRuns(Configuration hadoop, Consumer<String> warnings) {
        this.hadoop = hadoop;
        this.warnings = warnings;
    }

    /**
     * Keeps the runs of the last nights.
     *
     * @param nights all of the history, the earliest first
     */
    void removeAllBut(int last, List<Night> nights, ReplacedRuns replaced) throws IOException {
        int old = Math.max(0, nights.size() - last);
        Set<String> kept = nights.stream().skip(old).map(Night::directory).collect(Collectors.toSet());
        nights.subList(0, old).stream()
                .map(NightRun::of)
                .filter(run -> !kept.contains(run.directory()))
                .forEach(this::removeOrWarn);
        for (NightRun run : replaced.all()) {
            if (!kept.contains(run.directory()) && removeOrWarn(run)) {
                replaced.forget(run);
            }
        }
    }

    /** Tells whether nothing is left to be done. */
    private boolean removeOrWarn(NightRun run) {
        Attempt<Boolean> attempt = Attempt.run(() -> remove(run));
        if (attempt instanceof Attempt.Failed<Boolean> failed) {
            warnings.accept("the old run directory " + run.directory() + " can't be removed: "
                    + failed.failure().reason());
        }
        return attempt instanceof Attempt.Done<Boolean>;
    }

    private void remove(NightRun run) throws IOException {
        Path directory = new Path(run.directory());
        FileSystem files = HadoopPaths.fileSystem(directory, hadoop);
        if (!directory.getName().equals(run.run()) || !isListed(files, directory)) {
            return;
        }
        if (holds(files, directory, run.run())) {
            delete(files, directory);
            LOG.info("removed {}, a run of {}", directory, run.date());
        } else {
            LOG.warn("{} is not the run of {} any more, and stays", directory, run.date());
        }
    }

    /** A run that somebody is going on with stays. */
    private void delete(FileSystem files, Path directory) throws IOException {
        try (Lease lease = OutputLease.take(hadoop, directory)) {
            lease.requireHeld();
            files.delete(directory, true);
        }
    }

    /** One listing for all runs of a folder: on an object store a question for each would take long. */
    private boolean isListed(FileSystem files, Path directory) throws IOException {
        Path folder = directory.getParent();
        if (!listed.containsKey(folder)) {
            listed.put(folder, names(files, folder));
        }
        return listed.getOrDefault(folder, Set.of()).contains(directory.getName());
    }

    private static Set<String> names(FileSystem files, Path folder) throws IOException {
        try {
            return Arrays.stream(files.listStatus(folder))
                    .map(FileStatus::getPath)
                    .map(Path::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (FileNotFoundException e) {
            return Set.of();
        }
    }

    private static boolean holds(FileSystem files, Path directory, String run) throws IOException {
        try (InputStream in = files.open(new Path(directory, SweepStore.MANIFEST))) {
            return Json.read(in, Manifest.class).runId().equals(run);
        } catch (FileNotFoundException e) {
            return false;
        }
    }
}
