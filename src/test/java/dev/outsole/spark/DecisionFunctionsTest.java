package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.image.ImageShape;
import dev.outsole.svm.DecisionFunction;
import dev.outsole.svm.Gamma;
import dev.outsole.svm.SolverOptions;
import dev.outsole.svm.SvmOptions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report reads again of a run. */
class DecisionFunctionsTest {
    @TempDir
    private java.nio.file.Path temporary;

    private PipelineModel fitted(double nu, int rows) {
        SvmOptions options = new SvmOptions(nu, new Gamma.Auto(), 1e-4, new SolverOptions(false, 7, 500), 0, 9);
        return new Pipeline()
                .setStages(new PipelineStage[] {new OneClassSvm().setOptions(options)})
                .fit(TestImages.FLOATS.rows(rows));
    }

    private static DecisionFunction function(PipelineModel model) {
        return ((OneClassSvmModel) model.stages()[0]).decisionFunction();
    }

    /** One of them in more files than one. */
    @Test
    void manyPipelinesAreReadAtOnce() throws IOException {
        Map<String, PipelineModel> models = new LinkedHashMap<>();
        models.put("small", fitted(0.5, 30));
        models.put("large", fitted(0.9, 320));
        Map<String, Path> paths = new LinkedHashMap<>();
        for (Map.Entry<String, PipelineModel> model : models.entrySet()) {
            String path = temporary.resolve("a folder").resolve(model.getKey()).toString();
            model.getValue().save(path);
            paths.put(model.getKey(), new Path(path));
        }

        Map<String, DecisionFunction> loaded = new DecisionFunctions(TestSession.spark()).load(paths);

        assertThat(loaded.keySet()).containsExactly("small", "large");
        models.forEach((name, model) -> assertThat(loaded.get(name))
                .usingRecursiveComparison()
                .ignoringFields("centred")
                .isEqualTo(function(model)));
    }

    @Test
    void aPipelineWithoutAnSvmIsLeftOut() throws IOException {
        String path = temporary.resolve("empty").toString();
        new Pipeline()
                .setStages(new PipelineStage[0])
                .fit(TestImages.FLOATS.rows(2))
                .save(path);
        java.nio.file.Files.createDirectories(temporary.resolve("empty/stages"));

        assertThat(new DecisionFunctions(TestSession.spark()).load(Map.of("empty", new Path(path))))
                .isEmpty();
    }

    @Test
    void imagesComeBackInPlaceOfOlderOnes() {
        String path = temporary.resolve("images").toString();
        TreeMap<Integer, byte[]> first = new TreeMap<>(Map.of(1, new byte[] {9, 9}));
        TreeMap<Integer, byte[]> second = new TreeMap<>(Map.of(7, new byte[] {1, -1}, 3, new byte[] {2, 3}));

        new ImageRows(new ImageShape(1, 2), first).write(TestSession.spark(), path);
        new ImageRows(new ImageShape(1, 2), second).write(TestSession.spark(), path);
        ImageRows read = ImageRows.read(TestSession.spark(), new org.apache.hadoop.fs.Path(path));

        assertThat(read.shape()).isEqualTo(new ImageShape(1, 2));
        assertThat(List.copyOf(read.pixels().keySet())).containsExactly(3, 7);
        assertThat(read.pixels().get(7)).containsExactly(1, -1);
    }
}
