package dev.outsole.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.outsole.spark.SavedModel;
import dev.outsole.spark.TestSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models and stages that version 0.1.0 saved: they load, and are what they were when it saved them. */
class SavedModelsOf010Test {
    static final Path FOLDER = Path.of("src/test/resources/dev/outsole/saved/0.1.0");
    /** Processors round matrix products otherwise; the logarithm of a small distance shows it most. */
    private static final double ROUNDING = 1e-4;

    private static final Map<String, ModelFigures> MODELS = read(MakeFixtures.MODELS, new TypeReference<>() {});
    private static final Map<String, StageFigures> STAGES = read(MakeFixtures.STAGES, new TypeReference<>() {});

    private static <T> Map<String, T> read(String file, TypeReference<TreeMap<String, T>> type) {
        try {
            return JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build()
                    .readValue(FOLDER.resolve(file).toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> models() {
        return MODELS.keySet().stream();
    }

    static Stream<PipelineStage> stages() {
        return SmallStages.all().stream();
    }

    @Test
    void thereIsAModelOfEveryDetectorAndClass() throws IOException {
        assertThat(MakeFixtures.models(FOLDER)).hasSize(6 * 2).hasSameSizeAs(MODELS.keySet());
    }

    /** What it has learnt is the same to the last bit; and what it says of images, but for the rounding of this processor. */
    @ParameterizedTest
    @MethodSource("models")
    void aModelSaysTheSame(String model) {
        ModelFigures expected = MODELS.get(model);

        ModelFigures actual = ModelFigures.of(TestSession.spark(), FOLDER.resolve(model));

        assertThat(actual.stages()).isEqualTo(expected.stages()).isNotEmpty();
        assertAlike(actual.decisionValues(), expected.decisionValues());
        assertAlike(actual.withoutSpark(), expected.withoutSpark());
        assertThat(actual.pValues()).isEqualTo(expected.pValues());
        assertThat(actual.embeddings()).hasSameSizeAs(expected.embeddings());
        for (int i = 0; i < expected.embeddings().size(); i++) {
            assertAlike(actual.embeddings().get(i), expected.embeddings().get(i));
        }
    }

    private static void assertAlike(List<? extends Number> actual, List<? extends Number> expected) {
        assertThat(actual).hasSameSizeAs(expected).isNotEmpty();
        for (int i = 0; i < expected.size(); i++) {
            double value = expected.get(i).doubleValue();
            assertThat(actual.get(i).doubleValue()).isCloseTo(value, offset(ROUNDING * Math.max(1, Math.abs(value))));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsWholeByItsManifest(String model) {
        SavedModel loaded = SavedModel.load(
                TestSession.spark(), FOLDER.resolve(model).toAbsolutePath().toString());

        assertThat(model).contains("/" + loaded.manifest().detector() + "/");
        assertThat(Stream.of(loaded.pipeline().stages()).map(StageFigures::of))
                .isEqualTo(MODELS.get(model).stages());
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aStageHasItsParameters(PipelineStage stage) throws ReflectiveOperationException {
        assertThat(StageFigures.parameters(load(stage.getClass().getSimpleName())))
                .isEqualTo(StageFigures.parameters(stage));
    }

    static Stream<String> fitted() {
        return STAGES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("fitted")
    void aFittedStageOnItsOwnIsWhatItWas(String name) throws ReflectiveOperationException {
        assertThat(StageFigures.of((Transformer) load(name))).isEqualTo(STAGES.get(name));
    }

    private static PipelineStage load(String name) throws ReflectiveOperationException {
        return (PipelineStage) Class.forName("dev.outsole.spark." + name)
                .getMethod("load", String.class)
                .invoke(null, FOLDER.resolve("stages").resolve(name).toString());
    }
}
