package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.spark.AutoencoderModel;
import dev.outsole.spark.TestSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four workers on more threads than this machine may have cores: their tasks end in another order each time. */
final class RepeatIT {
    @TempDir
    private Path folder;

    /** Spark's loaders take the session that there is. */
    @BeforeAll
    static void start() {
        TestSession.spark();
    }

    @Test
    void threeRunsGiveTheSameParametersBitForBit() throws Exception {
        List<float[]> parameters = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            parameters.add(parameters(train(folder.resolve(name))));
        }

        assertThat(parameters.get(0)).hasSizeGreaterThan(200_000);
        assertThat(parameters.get(1)).containsExactly(parameters.get(0));
        assertThat(parameters.get(2)).containsExactly(parameters.get(0));
    }

    private static Path train(Path output) throws Exception {
        Files.createDirectories(output);
        Launcher.Result run = new Launcher(output)
                .run(
                        "evaluate",
                        "--detectors=autoencoder",
                        "--epochs=3",
                        "--workers=4",
                        "--",
                        "--conf",
                        "spark.master=local[4]");
        assertThat(run.exitCode()).as(run.err()).isZero();
        try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
            return runs.toList().get(0).resolve("models/autoencoder");
        }
    }

    private static float[] parameters(Path model) {
        PipelineModel pipeline = PipelineModel.load(model.toString());
        return ((AutoencoderModel) pipeline.stages()[0]).network().parameters();
    }
}
