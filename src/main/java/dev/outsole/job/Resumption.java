package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.json.Json;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.Sessions;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A sweep that is to go on: where it is, and how it began. It is looked at before there is a Spark session.
 *
 * @param directory its run directory, as the user has named it
 */
public record Resumption(String directory, Manifest manifest) {

    /**
     * The sweep in this run directory.
     *
     * @throws UserError if there is none
     */
    public static Resumption open(String directory) {
        Path path = HadoopPaths.of(directory);
        try {
            FileSystem files = HadoopPaths.fileSystem(path, Sessions.hadoop());
            if (!files.exists(new Path(path, SweepStore.MANIFEST))) {
                throw noSweep(directory, files, path);
            }
            return new Resumption(directory, read(files, new Path(path, SweepStore.MANIFEST), Manifest.class));
        } catch (IOException e) {
            throw new UserError("can't go on with the sweep in " + directory + " (" + e.getMessage() + ")", e);
        }
    }

    private static UserError noSweep(String directory, FileSystem files, Path path) throws IOException {
        if (!files.exists(path)) {
            return new UserError("--resume " + directory + ": there is no such run directory");
        }
        boolean other =
                files.exists(new Path(path, RunWriter.METRICS)) || files.exists(new Path(path, TrainJob.TRAINING));
        return new UserError(
                "--resume " + directory + ": it has no " + SweepStore.MANIFEST + ", so it is no sweep's run directory"
                        + (other ? "; only a sweep can go on, start anything else again" : ""));
    }

    private static <T> T read(FileSystem files, Path file, Class<T> type) throws IOException {
        try (InputStream in = files.open(file)) {
            return Json.read(in, type);
        }
    }

    /** What the command shows, if there is nothing left to do: all models are there, and none has failed. */
    public Optional<SweepJob.Outcome> finished() {
        Path path = new Path(HadoopPaths.of(directory), SweepStore.SUMMARY);
        try {
            FileSystem files = HadoopPaths.fileSystem(path, Sessions.hadoop());
            if (!files.exists(path)) {
                return Optional.empty();
            }
            Summary summary = read(files, path, Summary.class);
            return Optional.of(new SweepJob.Outcome(summary, directory))
                    .filter(outcome -> summary.failed().isEmpty());
        } catch (IOException e) {
            throw new UserError("can't read the sweep in " + directory + " (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Makes sure that models of several builds don't get mixed unnoticed.
     *
     * @param accepted whether the user wants that
     * @throws UserError if another build began the sweep, or one that is not on record
     */
    public void requireSameBuild(boolean accepted) {
        if (!accepted && !manifest.version().equals(Build.current())) {
            throw new UserError("the sweep in " + directory + " was begun by build " + manifest.version() + ", this is "
                    + Build.current() + ", whose figures may differ: give --accept-build to go on all the same"
                    + " (each model's model.json says which build made it)");
        }
    }
}
