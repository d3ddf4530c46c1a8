package dev.outsole.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import dev.outsole.UserError;
import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.CollapseOptions;
import dev.outsole.history.GateOptions;
import dev.outsole.image.ClassNames;
import dev.outsole.image.ClassPair;
import dev.outsole.image.ImageClass;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.neighbour.NeighbourOptions;
import dev.outsole.svm.Gamma;
import dev.outsole.svm.SolverOptions;
import dev.outsole.svm.SvmOptions;
import dev.outsole.sweep.SweepPlan;
import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * The settings in force: the command line's, else those of the user's file, else those of {@code conf/outsole.conf}, which travels in
 * the jar. Keys are as there, without the leading {@code outsole.}.
 */
public final class Settings {
    private static final String ROOT = "outsole";
    private static final String PACKAGED = "outsole.conf";

    private final Config config;

    private Settings(Config config) {
        this.config = config;
    }

    /**
     * Reads and merges the three sources.
     *
     * @param file the user's own, if any
     * @param overrides by key, such as {@code autoencoder.epochs}
     * @throws UserError if the file can't be read, is malformed, or has a key that doesn't exist
     */
    public static Settings load(Optional<File> file, Map<String, ?> overrides) {
        return translated(() -> {
            Config packaged = ConfigFactory.parseResources(Settings.class.getClassLoader(), PACKAGED, required());
            Config own = file.map(Settings::parse).orElseGet(ConfigFactory::empty);
            refuseUnknownKeys(own, packaged, file);
            Config changed = ConfigFactory.parseMap(overrides, "command line").atPath(ROOT);
            return new Settings(
                    changed.withFallback(own).withFallback(packaged).resolve().getConfig(ROOT));
        });
    }

    private static ConfigParseOptions required() {
        return ConfigParseOptions.defaults().setAllowMissing(false);
    }

    private static Config parse(File file) {
        if (!file.canRead() || file.isDirectory()) {
            throw new UserError("settings file " + file + " can't be read: name another with --config");
        }
        return ConfigFactory.parseFile(file, required());
    }

    private static void refuseUnknownKeys(Config own, Config packaged, Optional<File> file) {
        TreeSet<String> unknown = new TreeSet<>(keys(own));
        unknown.removeAll(keys(packaged));
        if (!unknown.isEmpty()) {
            throw new UserError("settings file " + file.orElseThrow() + ": unknown key " + String.join(", ", unknown)
                    + "; conf/outsole.conf lists those that there are");
        }
    }

    private static Collection<String> keys(Config config) {
        TreeSet<String> keys = new TreeSet<>();
        collect("", config.root(), keys);
        return keys;
    }

    private static void collect(String prefix, ConfigObject object, Set<String> keys) {
        object.forEach((key, value) -> {
            if (value instanceof ConfigObject inner) {
                collect(prefix + key + ".", inner, keys);
            } else {
                keys.add(prefix + key);
            }
        });
    }

    /** Settings of {@code ingest}, and of every command that reads images. */
    public DataSettings data() {
        return translated(() -> new DataSettings(
                config.getString("data.source"),
                config.getString("data.table"),
                new ClassNames(config.getStringList("data.classes"))));
    }

    public EvaluateSettings evaluate() {
        return translated(() -> {
            DataSettings data = data();
            ClassPair pair = new ClassPair(
                    data.classes().named(config.getString("evaluate.normal")),
                    data.classes().named(config.getString("evaluate.abnormal")));
            return new EvaluateSettings(
                    data,
                    pair,
                    config.getStringList("evaluate.detectors"),
                    config.getDouble("evaluate.calibration-fraction"),
                    config.getString("evaluate.output"),
                    svm(),
                    neighbours(),
                    autoencoder());
        });
    }

    public TrainSettings train() {
        return translated(() -> {
            DataSettings data = data();
            return new TrainSettings(
                    data,
                    data.classes().named(config.getString("evaluate.normal")),
                    config.getStringList("evaluate.detectors"),
                    config.getDouble("train.calibration-fraction"),
                    config.getString("evaluate.output"),
                    svm(),
                    neighbours(),
                    autoencoder());
        });
    }

    /** Of {@code score}, whose model, images and output are the command line's alone. */
    public ScoreSettings score(String model, String input, String output, boolean strict) {
        return translated(
                () -> new ScoreSettings(model, input, output, config.getDouble("score.false-alarm-rate"), strict));
    }

    public SweepSettings sweep() {
        return translated(() -> {
            DataSettings data = data();
            WholeNumbers whole = new WholeNumbers(config);
            return new SweepSettings(
                    data,
                    new SweepPlan(
                            config.getStringList("evaluate.detectors"),
                            classes(data.classes(), "sweep.normal"),
                            classes(data.classes(), "sweep.abnormal"),
                            seeds(whole.ofLong("evaluate.seed"), whole.ofInt("sweep.seeds"))),
                    config.getDouble("evaluate.calibration-fraction"),
                    config.getString("evaluate.output"),
                    svm(),
                    neighbours(),
                    autoencoder(),
                    whole.ofInt("sweep.concurrency"));
        });
    }

    public TuneSettings tune() {
        return translated(() -> {
            DataSettings data = data();
            return new TuneSettings(
                    data,
                    classes(data.classes(), "sweep.normal"),
                    neighbours(),
                    config.getString("evaluate.output"),
                    new WholeNumbers(config).ofLong("evaluate.seed"));
        });
    }

    public NightlySettings nightly() {
        return translated(() -> {
            WholeNumbers whole = new WholeNumbers(config);
            return new NightlySettings(
                    config.getString("nightly.history"),
                    whole.ofInt("nightly.retain"),
                    gate(whole),
                    config.getString("notify.url-file"));
        });
    }

    private GateOptions gate(WholeNumbers whole) {
        return new GateOptions(
                whole.ofInt("gate.window"),
                whole.ofInt("gate.minimum-nights"),
                config.getDouble("gate.tolerance"),
                config.getDouble("gate.mean-spread"),
                config.getDouble("gate.pair-spread"),
                config.getDouble("gate.mean-threshold"),
                config.getDouble("gate.pair-threshold"),
                config.getDouble("gate.runtime-factor"));
    }

    /** Those that are named, or all. */
    private List<ImageClass> classes(ClassNames all, String key) {
        List<String> named = config.getStringList(key);
        return named.isEmpty() ? all.all() : named.stream().map(all::named).toList();
    }

    private static List<Long> seeds(long first, int count) {
        if (count < 1) {
            throw new UserError("sweep.seeds = " + count + ": give a whole number of at least 1");
        }
        return LongStream.range(first, first + count).boxed().toList();
    }

    private SvmOptions svm() {
        WholeNumbers whole = new WholeNumbers(config);
        return new SvmOptions(
                config.getDouble("svm.nu"),
                Gamma.parse(config.getString("svm.gamma")),
                config.getDouble("svm.tol"),
                new SolverOptions(
                        config.getBoolean("svm.shrinking"), whole.ofInt("svm.cache-mb"), whole.ofInt("svm.max-rows")),
                whole.ofInt("svm.sample"),
                whole.ofLong("evaluate.seed"));
    }

    private ImageNeighbourOptions neighbours() {
        WholeNumbers whole = new WholeNumbers(config);
        return new ImageNeighbourOptions(
                config.getBoolean("neighbours.square-root"),
                whole.ofInt("neighbours.blur-radius"),
                config.getDouble("neighbours.gradient-weight"),
                config.getBoolean("neighbours.adjusted"),
                new NeighbourOptions(whole.ofInt("neighbours.k"), config.getDouble("neighbours.contamination")));
    }

    private AutoencoderOptions autoencoder() {
        WholeNumbers whole = new WholeNumbers(config);
        return new AutoencoderOptions(
                whole.ofInts("autoencoder.hidden-layers"),
                whole.ofInt("autoencoder.latent-dim"),
                whole.ofInt("autoencoder.epochs"),
                whole.ofInt("autoencoder.batch-size"),
                config.getDouble("autoencoder.learning-rate"),
                whole.ofInt("autoencoder.workers"),
                whole.ofInt("autoencoder.averaging-frequency"),
                config.getDouble("autoencoder.validation-fraction"),
                new CollapseOptions(
                        config.getDouble("autoencoder.bottleneck-bias"),
                        whole.ofInt("autoencoder.max-restarts"),
                        config.getBoolean("autoencoder.allow-collapsed")),
                whole.ofLong("evaluate.seed"));
    }

    /** All of it, for the record. */
    public Map<String, Object> asMap() {
        return config.root().unwrapped();
    }

    /** The same as text by dotted key, such as {@code svm.nu}. */
    public Map<String, String> asText() {
        Map<String, String> text = new TreeMap<>();
        config.entrySet()
                .forEach(entry ->
                        text.put(entry.getKey(), String.valueOf(entry.getValue().unwrapped())));
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
