package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.history.Trend;
import dev.outsole.image.ClassNames;
import dev.outsole.json.Json;
import dev.outsole.result.Score;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.Lease;
import dev.outsole.spark.SavedModel;
import dev.outsole.spark.ScoreRows;
import dev.outsole.spark.StagedDirectory;
import dev.outsole.spark.StagedFile;
import dev.outsole.spark.StagedFolder;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.ModelKey;
import dev.outsole.sweep.ModelResult;
import dev.outsole.sweep.Summary;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** A sweep's run directory. Each file and each model in it is complete or absent, whenever the program ends. */
final class SweepStore implements KeptModels {
    static final String MANIFEST = "sweep.json";
    static final String SUMMARY = "summary.json";
    /** Figures of all pairs, as Parquet. */
    static final String RESULTS = "results";
    /** Of a night: how it goes on from those before. */
    static final String TREND = "trend.json";
    /** Of each model, written last: by it readers know one that is complete. */
    static final String MODEL = "model.json";

    private static final String SEED = "seed-";

    private final SparkSession spark;
    private final Configuration hadoop;
    private final FileSystem files;
    private final Path directory;
    private final Optional<Lease> lease;

    private SweepStore(SparkSession spark, Path directory, Optional<Lease> lease) throws IOException {
        this.spark = spark;
        this.lease = lease;
        this.hadoop = spark.sparkContext().hadoopConfiguration();
        this.files = HadoopPaths.fileSystem(directory, hadoop);
        this.directory = files.makeQualified(directory);
    }

    /** A new one, for as long as the directory's lease is held. */
    static SweepStore create(SparkSession spark, Path directory, Manifest manifest, Lease lease) throws IOException {
        try (StagedDirectory staged =
                StagedDirectory.create(spark.sparkContext().hadoopConfiguration(), directory, MANIFEST, lease)) {
            staged.fill(() -> Json.write(staged.newFile(MANIFEST), manifest));
        }
        return held(spark, directory, lease);
    }

    /**
     * One that a sweep has left behind.
     *
     * @throws UserError if it was made with other settings or data
     */
    static SweepStore resume(SparkSession spark, Path directory, Manifest manifest, Lease lease) throws IOException {
        SweepStore store = held(spark, directory, lease);
        Manifest begun = store.manifest();
        manifest.differenceFrom(begun).ifPresent(difference -> {
            throw new UserError("can't resume " + directory + ": " + difference
                    + "; give the same again, or start a new sweep without --resume");
        });
        store.clear();
        return store;
    }

    /** One that is to be looked at. */
    static SweepStore open(SparkSession spark, Path directory) throws IOException {
        return new SweepStore(spark, directory, Optional.empty());
    }

    /** One that may be written to, for as long as the directory's lease is held. */
    static SweepStore held(SparkSession spark, Path directory, Lease lease) throws IOException {
        return new SweepStore(spark, directory, Optional.of(lease));
    }

    /** @throws UserError if the lease has ended meanwhile */
    void requireHeld() throws IOException {
        lease().requireHeld();
    }

    private Lease lease() {
        return lease.orElseThrow(() -> new IllegalStateException(directory + " was opened to be looked at"));
    }

    /** @throws UserError if there is none */
    Manifest manifest() throws IOException {
        try (InputStream in = files.open(resolve(MANIFEST))) {
            return Json.read(in, Manifest.class);
        } catch (FileNotFoundException e) {
            throw new UserError(directory + " has no " + MANIFEST + ", so it is no sweep's run directory", e);
        }
    }

    /** @throws UserError if the sweep isn't finished */
    Summary summary() throws IOException {
        try (InputStream in = files.open(resolve(SUMMARY))) {
            return Json.read(in, Summary.class);
        } catch (FileNotFoundException e) {
            throw new UserError(
                    directory + " is a sweep that isn't finished: go on with 'sweep --resume " + directory + "'", e);
        }
    }

    /** Of a night's sweep, what its report says of the nights before. */
    Optional<Trend> trend() throws IOException {
        try (InputStream in = files.open(resolve(TREND))) {
            return Optional.of(Json.read(in, Trend.class));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The models that are there. */
    List<ModelKey> models(ClassNames classes) throws IOException {
        List<ModelKey> keys = new ArrayList<>();
        for (Path seed : modelFolders()) {
            if (!seed.getName().startsWith(SEED) || !files.exists(new Path(seed, MODEL))) {
                continue;
            }
            Path normal = seed.getParent();
            keys.add(new ModelKey(
                    normal.getParent().getName(),
                    classes.named(normal.getName()),
                    Long.parseLong(seed.getName().substring(SEED.length()))));
        }
        return keys;
    }

    /** Identifiers of the fitted stages of every model that is there; Spark draws one for each stage that is fitted, and keeps it. */
    Map<ModelKey, List<String>> stages(Collection<ModelKey> keys) throws IOException {
        Map<ModelKey, List<String>> stages = new LinkedHashMap<>();
        for (ModelKey key : keys) {
            stages.put(
                    key,
                    Arrays.stream(files.listStatus(new Path(pipeline(key), "stages")))
                            .map(stage -> stage.getPath().getName().replaceFirst("^\\d+_", ""))
                            .sorted()
                            .toList());
        }
        return stages;
    }

    Path pipeline(ModelKey key) {
        return new Path(folder(key), "pipeline");
    }

    /**
     * Removes what was half written when the program ended, and what is made anew of all models. The summary goes first: until there is a new
     * one the sweep isn't whole. The lease was taken a while ago, so it is asked for each time.
     */
    private void clear() throws IOException {
        delete(resolve(SUMMARY));
        delete(resolve(RESULTS));
        delete(resolve(KeptImages.FOLDER));
        requireHeld();
        StagedFile.removeStaged(hadoop, directory);
        for (Path folder : modelFolders()) {
            if (folder.getName().startsWith(".") || !files.exists(new Path(folder, MODEL))) {
                delete(folder);
            }
        }
    }

    private void delete(Path path) throws IOException {
        requireHeld();
        files.delete(path, true);
    }

    /** Where models are, were or are about to be: {@code models/DETECTOR/NORMAL/seed-N}, and what lies beside them. */
    private List<Path> modelFolders() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path detector : HadoopPaths.within(files, resolve("models"))) {
            for (Path normal : HadoopPaths.within(files, detector)) {
                folders.addAll(HadoopPaths.within(files, normal));
            }
        }
        return folders;
    }

    Path directory() {
        return directory;
    }

    Path resolve(String name) {
        return new Path(directory, name);
    }

    private Path folder(ModelKey key) {
        return resolve("models/" + key.path());
    }

    @Override
    public boolean has(ModelKey key) {
        try {
            return files.exists(new Path(folder(key), MODEL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a finished model, in one step. */
    void save(ModelKey key, ModelResult result, SavedModel model, List<Score> scores) throws IOException {
        try (StagedDirectory staged = StagedDirectory.create(hadoop, folder(key), MODEL, lease())) {
            staged.fill(() -> {
                Json.write(staged.newFile(MODEL), result);
                ScoreRows.scores(spark, Map.of(key.detector(), scores))
                        .write()
                        .parquet(staged.resolve("scores").toString());
                SavedModel.save(spark, model.pipeline(), model.manifest(), staged.resolve("pipeline"));
            });
        }
    }

    @Override
    public ModelResult result(ModelKey key) {
        try (InputStream in = files.open(new Path(folder(key), MODEL))) {
            return Json.read(in, ModelResult.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<ModelKey, List<Score>> scores(Collection<ModelKey> keys) {
        Map<ModelKey, Path> folders = new LinkedHashMap<>();
        keys.forEach(key -> folders.put(key, new Path(folder(key), "scores")));
        try {
            return ScoreRows.read(spark, folders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of the run directory, in place of one of that name. */
    void write(String name, StagedFile.Content content) throws IOException {
        StagedFile.write(hadoop, resolve(name), this::requireHeld, content);
    }

    /** Writes a folder of the run directory that isn't there yet. */
    void writeFolder(String name, StagedFolder.Content content) throws IOException {
        StagedFolder.write(hadoop, resolve(name), this::requireHeld, content);
    }
}
