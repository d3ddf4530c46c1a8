package dev.outsole.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.config.Overrides;
import dev.outsole.config.Settings;
import dev.outsole.config.SweepSettings;
import dev.outsole.image.FashionMnist;
import dev.outsole.image.ImageShape;
import dev.outsole.spark.EpochListener;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.Param;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A detector says that it depends on a setting if its pipeline changes with it; else the gate would compare what can't be compared. */
class SettingsOfDetectorsTest {
    private static final Map<String, Object> CHANGED = Map.ofEntries(
            Map.entry("svm.nu", 0.1),
            Map.entry("svm.gamma", "auto"),
            Map.entry("svm.tol", 0.01),
            Map.entry("svm.shrinking", false),
            Map.entry("svm.sample", 100),
            Map.entry("neighbours.square-root", false),
            Map.entry("neighbours.blur-radius", 2),
            Map.entry("neighbours.gradient-weight", 0.5),
            Map.entry("neighbours.k", 3),
            Map.entry("neighbours.adjusted", true),
            Map.entry("neighbours.contamination", 0.1),
            Map.entry("autoencoder.hidden-layers", List.of(9)),
            Map.entry("autoencoder.latent-dim", 3),
            Map.entry("autoencoder.epochs", 7),
            Map.entry("autoencoder.batch-size", 16),
            Map.entry("autoencoder.learning-rate", 0.01),
            Map.entry("autoencoder.bottleneck-bias", 1.0),
            Map.entry("autoencoder.workers", 2),
            Map.entry("autoencoder.averaging-frequency", 5),
            Map.entry("autoencoder.validation-fraction", 0.1),
            Map.entry("autoencoder.max-restarts", 1),
            Map.entry("autoencoder.allow-collapsed", true));

    static Stream<Detector> detectors() {
        return Detectors.all().stream();
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void aDetectorDependsOnWhatChangesItsPipeline(Detector detector) {
        String packaged = stages(detector, Map.of());

        CHANGED.forEach((key, value) -> assertThat(detector.dependsOn(key))
                .as(detector.key() + ", " + key)
                .isEqualTo(!stages(detector, Map.of(key, value)).equals(packaged)));
    }

    /** All settings of the three groups but those that limit the machine are tried. */
    @ParameterizedTest
    @MethodSource("detectors")
    void whichImagesAreLearntConcernsEveryDetector(Detector detector) {
        assertThat(detector.dependsOn("data.classes")).isTrue();
        assertThat(detector.dependsOn("evaluate.calibration-fraction")).isTrue();
        assertThat(Settings.load(Optional.empty(), new Overrides()).defaults().keySet().stream()
                        .filter(key -> key.matches("(svm|neighbours|autoencoder)\\..*"))
                        .filter(key -> !List.of("svm.cache-mb", "svm.max-rows").contains(key)))
                .containsExactlyInAnyOrderElementsOf(CHANGED.keySet());
    }

    private static String stages(Detector detector, Map<String, Object> changed) {
        Overrides overrides = new Overrides();
        changed.forEach((key, value) -> overrides.set(key, "--" + key, value));
        SweepSettings settings = Settings.load(Optional.empty(), overrides)
                .withClasses(FashionMnist.CLASSES, List.of())
                .sweep();
        DetectorOptions options = new DetectorOptions(
                new ImageShape(28, 28),
                settings.svm(),
                settings.neighbours(),
                settings.autoencoder(),
                EpochListener.SILENT);
        StringBuilder text = new StringBuilder();
        for (PipelineStage stage : detector.pipeline(options).getStages()) {
            Arrays.stream(stage.params()).filter(stage::isDefined).forEach(param -> text.append(encoded(stage, param)));
        }
        return text.toString();
    }

    private static <T> String encoded(PipelineStage stage, Param<T> param) {
        return param.name() + "=" + param.jsonEncode(stage.getOrDefault(param)) + "\n";
    }
}
