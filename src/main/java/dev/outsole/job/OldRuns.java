package dev.outsole.job;

import dev.outsole.history.Night;
import dev.outsole.json.Json;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.sweep.Manifest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes run directories of old nights. One is removed only if the history names it, it is where the history says, and it holds the sweep
 * of that very run.
 */
final class OldRuns {
    private static final Logger LOG = LoggerFactory.getLogger(OldRuns.class);

    private final Configuration hadoop;
    private final Map<Path, Set<String>> listed = new LinkedHashMap<>();

    OldRuns(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /**
     * Keeps the runs of the last nights. What can't be removed stays, with a word in the log.
     *
     * @param nights all of them, the earliest first
     */
    void removeAllBut(int last, List<Night> nights) {
        Set<String> kept = nights.stream()
                .skip(Math.max(0, nights.size() - last))
                .map(Night::directory)
                .collect(Collectors.toSet());
        for (Night night : nights.subList(0, Math.max(0, nights.size() - last))) {
            try {
                if (!kept.contains(night.directory())) {
                    remove(night);
                }
            } catch (IOException | RuntimeException e) {
                LOG.warn("{} could not be removed: {}", night.directory(), e.toString());
            }
        }
    }

    private void remove(Night night) throws IOException {
        Path directory = new Path(night.directory());
        FileSystem files = HadoopPaths.fileSystem(directory, hadoop);
        if (!directory.getName().equals(night.run()) || !isListed(files, directory)) {
            return;
        }
        if (holds(files, directory, night.run())) {
            files.delete(directory, true);
            LOG.info("removed {}, the run of {}", directory, night.date());
        } else {
            LOG.warn("{} is not the run of {} any more, and stays", directory, night.date());
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
