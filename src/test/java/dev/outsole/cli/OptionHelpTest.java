package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.autoencoder.AutoencoderOptions;
import dev.outsole.autoencoder.CollapseOptions;
import dev.outsole.detector.Detector;
import dev.outsole.detector.DetectorOptions;
import dev.outsole.detector.Detectors;
import dev.outsole.image.ImageShape;
import dev.outsole.neighbour.ImageNeighbourOptions;
import dev.outsole.spark.Autoencoder;
import dev.outsole.spark.EpochListener;
import dev.outsole.spark.OneClassSvm;
import dev.outsole.svm.Gamma;
import dev.outsole.svm.SolverOptions;
import dev.outsole.svm.SvmOptions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** An option's help says which detectors go by it. Which they are is asked of their pipelines. */
class OptionHelpTest {
    /** All that options can set is other than anywhere else. */
    private static final DetectorOptions OPTIONS = new DetectorOptions(
            new ImageShape(28, 28),
            new SvmOptions(0.25, new Gamma.Auto(), 1e-2, SolverOptions.DEFAULT, 77, 5),
            ImageNeighbourOptions.DEFAULT,
            new AutoencoderOptions(List.of(9), 3, 4, 5, 0.5, 6, 7, 0, new CollapseOptions(6, 10, true), 5),
            EpochListener.SILENT);

    @Test
    void epochsAreOfTheNetworksThatGoByThem() {
        for (Detector detector : Detectors.all()) {
            networks(detector)
                    .forEach(network -> assertThat(help("--epochs"))
                            .contains("'" + detector.key() + "'" + (network.epochs() == 4 ? ";" : " always takes 10")));
        }
    }

    @Test
    void workersAndCollapseAreOfAllNetworks() {
        for (Detector detector : Detectors.all()) {
            networks(detector).forEach(network -> {
                assertThat(network.workers()).isEqualTo(6);
                assertThat(network.collapse().allowCollapsed()).isTrue();
                assertThat(List.of(help("--workers"), help("--allow-collapsed")))
                        .allMatch(help -> help.contains("'" + detector.key() + "'"));
            });
        }
    }

    @Test
    void theSampleIsOfTheDetectorsWithAnSvm() {
        List<String> with = Detectors.all().stream()
                .filter(detector -> stages(detector).anyMatch(OneClassSvm.class::isInstance))
                .map(Detector::key)
                .toList();

        assertThat(with).containsExactly("pixels", "autoencoder");
        assertThat(with).allMatch(detector -> help("--svm-sample").contains("'" + detector + "'"));
    }

    private static Stream<AutoencoderOptions> networks(Detector detector) {
        return stages(detector)
                .filter(Autoencoder.class::isInstance)
                .map(stage -> ((Autoencoder) stage).autoencoderOptions());
    }

    private static Stream<Object> stages(Detector detector) {
        return Arrays.stream(detector.pipeline(OPTIONS).getStages());
    }

    private static String help(String option) {
        return String.join(
                " ",
                new CommandLine(new EvaluateCommand())
                        .getCommandSpec()
                        .findOption(option)
                        .description());
    }
}
