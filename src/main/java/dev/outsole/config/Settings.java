package dev.outsole.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.CollapseOptions;
import dev.outsole.history.GateOptions;
import dev.outsole.image.ClassNames;
import dev.outsole.image.ClassPair;
import dev.outsole.image.ImageClass;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.neighbour.NeighbourOptions;
import dev.outsole.raster.PictureLimits;
import dev.outsole.secret.Redaction;
import dev.outsole.svm.Gamma;
import dev.outsole.svm.SolverOptions;
import dev.outsole.svm.SvmOptions;
import dev.outsole.sweep.Manifest;
import dev.outsole.sweep.SweepPlan;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The settings in force: the command line's, else those of the user's file, else those of {@code conf/outsole.conf}, which travels in
 * the jar. Keys are as there, without the leading {@code outsole.}.
 */
public final class Settings {
    static final String ROOT = "outsole";
    private static final int MOST_SEEDS = 10_000;

    private final Config config;
    private final Values values;
    private final Config packaged;
    /** Labels of classes without images, which are left out of all. */
    private final Set<Integer> empty;

    private Settings(Config config, Config packaged) {
        this(config, packaged, Set.of());
    }

    private Settings(Config config, Config packaged, Set<Integer> empty) {
        this.empty = Set.copyOf(empty);
        this.config = config;
        this.values = new Values(config);
        this.packaged = packaged;
    }

    /**
     * Reads and merges the three sources.
     *
     * @param file the user's own, if any
     * @throws UserError if the file can't be read, is malformed, or has a key that doesn't exist
     */
    public static Settings load(Optional<File> file, Overrides overrides) {
        return translated(() -> load(SettingsFile.packaged(), file, overrides));
    }

    /** The same with other defaults than the packaged ones. */
    static Settings load(Config packaged, Optional<File> file, Overrides overrides) {
        return translated(() -> {
            Config own = file.map(found -> SettingsFile.own(found, packaged)).orElseGet(ConfigFactory::empty);
            return new Settings(
                    overrides
                            .asConfig()
                            .atPath(ROOT)
                            .withFallback(own)
                            .withFallback(packaged)
                            .resolve()
                            .getConfig(ROOT),
                    packaged.resolve().getConfig(ROOT));
        });
    }

    /**
     * Those that a sweep began with, to go on by. Of what the command line or the user's file gives besides, only what changes no figure may
     * be other than it was.
     *
     * @param place of the sweep, for messages
     * @param begun what it is to do
     * @throws UserError if a value given is another; the message names it and both values
     */
    public static Settings resume(Optional<File> file, Overrides overrides, String place, Manifest begun) {
        return translated(() -> {
            Config packaged = SettingsFile.packaged();
            Config own = file.map(found -> SettingsFile.own(found, packaged)).orElseGet(ConfigFactory::empty);
            BegunSweep sweep = new BegunSweep(place, begun);
            Config free = sweep.free(given(own, overrides, packaged));
            Config as = free.withFallback(sweep.settings(packaged.resolve().getConfig(ROOT)));
            return new Settings(
                    as.atPath(ROOT).withFallback(packaged).resolve().getConfig(ROOT),
                    packaged.resolve().getConfig(ROOT));
        });
    }

    /**
     * What the command line and the user's file have, and nothing else; below the root. What is in the file as it is packaged counts as not
     * given: the file may be a copy of {@code conf/outsole.conf}, which the launcher sends along with a driver on a cluster.
     */
    private static Config given(Config own, Overrides overrides, Config packaged) {
        Config options = overrides.asConfig().atPath(ROOT);
        Config resolved = options.withFallback(own).withFallback(packaged).resolve();
        Config defaults = packaged.resolve();
        Config given = options;
        for (String key : SettingsFile.keys(own).keySet()) {
            boolean asPackaged = resolved.getValue(key)
                    .unwrapped()
                    .equals(defaults.getValue(key).unwrapped());
            if (!options.hasPath(key) && !asPackaged) {
                given = given.withValue(key, resolved.getValue(key));
            }
        }
        return given.hasPath(ROOT) ? given.getConfig(ROOT) : given;
    }

    /**
     * The same, once it is known which classes the data have.
     *
     * @param found their names, which are on record from now on
     * @param without those without images
     */
    public Settings withClasses(ClassNames found, List<ImageClass> without) {
        Config named = config.withValue("data.classes", ConfigValueFactory.fromIterable(found.names(), "the data"));
        return new Settings(
                named, packaged, without.stream().map(ImageClass::label).collect(Collectors.toSet()));
    }

    /**
     * Checks all that is right or wrong whatever classes the data have, so that a slip is told before the data are looked for.
     *
     * @throws UserError if a value is wrong
     */
    public void checkValues() {
        svm();
        neighbours();
        autoencoder();
        pictures();
        values.checked(List.of("evaluate"), () -> TrainSettings.distinct(detectors()));
        for (String command : List.of("evaluate", "train")) {
            values.checked(List.of(command), () -> calibrationFraction(command));
        }
        values.checked(List.of("sweep"), this::concurrency);
        seeds();
    }

    /** Names of detectors, as they are given. */
    public List<String> detectors() {
        return values.texts("evaluate.detectors");
    }

    private double calibrationFraction(String command) {
        return TrainSettings.checkedFraction(values.number(command + ".calibration-fraction"));
    }

    private int concurrency() {
        return SweepSettings.checkedConcurrency(values.whole("sweep.concurrency"));
    }

    /** Names of classes that the user has given; empty: those that the data have. */
    public List<String> givenClasses() {
        List<String> given = values.texts("data.classes");
        return given.isEmpty()
                ? given
                : values.checked(List.of("data"), () -> new ClassNames(given)).names();
    }

    /** Folder of the IDX files. */
    public String source() {
        return values.text("data.source");
    }

    /** Folder of the image table. */
    public String table() {
        return values.text("data.table");
    }

    /** Settings of {@code ingest}, and of every command that reads images. */
    public DataSettings data() {
        return values.checked(
                List.of("data"),
                () -> new DataSettings(source(), table(), new ClassNames(values.texts("data.classes"))));
    }

    public EvaluateSettings evaluate() {
        return values.checked(List.of("evaluate"), () -> {
            DataSettings data = data();
            ClassPair pair = new ClassPair(
                    data.classes().named(values.text("evaluate.normal")),
                    data.classes().named(values.text("evaluate.abnormal")));
            return new EvaluateSettings(
                    data,
                    pair,
                    detectors(),
                    calibrationFraction("evaluate"),
                    values.text("evaluate.output"),
                    svm(),
                    neighbours(),
                    autoencoder());
        });
    }

    public TrainSettings train() {
        return values.checked(List.of("train", "evaluate"), () -> {
            DataSettings data = data();
            return new TrainSettings(
                    data,
                    data.classes().named(values.text("evaluate.normal")),
                    detectors(),
                    calibrationFraction("train"),
                    values.text("evaluate.output"),
                    svm(),
                    neighbours(),
                    autoencoder());
        });
    }

    /** Of {@code score}, whose model, images and output are the command line's alone. */
    public ScoreSettings score(String model, String input, String output, boolean strict, RejectionLimit limit) {
        return values.checked(
                List.of("score"),
                () -> new ScoreSettings(
                        model, input, output, values.number("score.false-alarm-rate"), strict, limit, pictures()));
    }

    private PictureLimits pictures() {
        return values.checked(
                List.of("pictures"),
                () -> new PictureLimits(
                        values.wholeLong("pictures.max-pixels"),
                        values.whole("pictures.max-side"),
                        values.whole("pictures.max-scans")));
    }

    public SweepSettings sweep() {
        return values.checked(List.of("sweep", "evaluate"), () -> {
            DataSettings data = data();
            return new SweepSettings(
                    data,
                    new SweepPlan(
                            detectors(),
                            classes(data.classes(), "sweep.normal"),
                            classes(data.classes(), "sweep.abnormal"),
                            seeds()),
                    calibrationFraction("evaluate"),
                    values.text("evaluate.output"),
                    svm(),
                    neighbours(),
                    autoencoder(),
                    concurrency());
        });
    }

    public TuneSettings tune() {
        return values.checked(List.of("sweep", "evaluate"), () -> {
            DataSettings data = data();
            return new TuneSettings(
                    data,
                    classes(data.classes(), "sweep.normal"),
                    neighbours(),
                    values.text("evaluate.output"),
                    values.wholeLong("evaluate.seed"));
        });
    }

    public NightlySettings nightly() {
        return values.checked(
                List.of("nightly"),
                () -> new NightlySettings(
                        values.text("nightly.history"),
                        values.whole("nightly.retain"),
                        gate(),
                        values.text("notify.url-file"),
                        defaults()));
    }

    private GateOptions gate() {
        return values.checked(
                List.of("gate"),
                () -> new GateOptions(
                        values.whole("gate.window"),
                        values.whole("gate.minimum-nights"),
                        values.number("gate.tolerance"),
                        values.number("gate.mean-spread"),
                        values.number("gate.pair-spread"),
                        values.number("gate.mean-threshold"),
                        values.number("gate.pair-threshold"),
                        values.number("gate.seeds-threshold"),
                        values.number("gate.runtime-factor"),
                        values.flag("gate.require-comparison")));
    }

    /** Those that are named, or all. */
    private List<ImageClass> classes(ClassNames all, String key) {
        List<String> named = values.texts(key);
        return named.isEmpty()
                ? all.all().stream().filter(one -> !empty.contains(one.label())).toList()
                : named.stream().map(all::named).toList();
    }

    private List<Long> seeds() {
        long first = values.wholeLong("evaluate.seed");
        int count = values.whole("sweep.seeds");
        if (count < 1 || count > MOST_SEEDS) {
            throw values.wrong("sweep.seeds", "give a whole number from 1 to " + MOST_SEEDS);
        }
        return LongStream.range(first, first + count).boxed().toList();
    }

    private SvmOptions svm() {
        return values.checked(
                List.of("svm"),
                () -> new SvmOptions(
                        values.number("svm.nu"),
                        Gamma.parse(values.text("svm.gamma")),
                        values.number("svm.tol"),
                        new SolverOptions(
                                values.flag("svm.shrinking"),
                                values.whole("svm.cache-mb"),
                                values.whole("svm.max-rows")),
                        values.whole("svm.sample"),
                        values.wholeLong("evaluate.seed")));
    }

    private ImageNeighbourOptions neighbours() {
        return values.checked(
                List.of("neighbours"),
                () -> new ImageNeighbourOptions(
                        values.flag("neighbours.square-root"),
                        values.whole("neighbours.blur-radius"),
                        values.number("neighbours.gradient-weight"),
                        values.flag("neighbours.adjusted"),
                        new NeighbourOptions(values.whole("neighbours.k"), values.number("neighbours.contamination"))));
    }

    private AutoencoderOptions autoencoder() {
        return values.checked(
                List.of("autoencoder"),
                () -> new AutoencoderOptions(
                        values.wholes("autoencoder.hidden-layers"),
                        values.whole("autoencoder.latent-dim"),
                        values.whole("autoencoder.epochs"),
                        values.whole("autoencoder.batch-size"),
                        values.number("autoencoder.learning-rate"),
                        values.whole("autoencoder.workers"),
                        values.whole("autoencoder.averaging-frequency"),
                        values.number("autoencoder.validation-fraction"),
                        new CollapseOptions(
                                values.number("autoencoder.bottleneck-bias"),
                                values.whole("autoencoder.max-restarts"),
                                values.flag("autoencoder.allow-collapsed")),
                        values.wholeLong("evaluate.seed")));
    }

    /** All settings, for the record: without secrets. */
    public Map<String, Object> asMap() {
        return Redaction.of(config.root().unwrapped());
    }

    /** The same as text by dotted key, such as {@code svm.nu}. */
    public Map<String, String> asText() {
        return text(config);
    }

    /** As {@link #asText()}, but of the packaged settings alone. */
    public Map<String, String> defaults() {
        return text(packaged);
    }

    private static Map<String, String> text(Config config) {
        Map<String, String> text = new TreeMap<>();
        config.entrySet()
                .forEach(entry -> text.put(
                        entry.getKey(),
                        Redaction.of(
                                entry.getKey(), String.valueOf(entry.getValue().unwrapped()))));
        return text;
    }

    /** The library's errors name file, line and key already; only their kind changes. */
    private static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (ConfigException e) {
            throw new UserError("settings: " + e.getMessage(), e);
        }
    }
}
