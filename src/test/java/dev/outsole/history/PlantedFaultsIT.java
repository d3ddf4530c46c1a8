package dev.outsole.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.autoencoder.Backend;
import dev.outsole.cli.Launcher;
import dev.outsole.history.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Faults as code may have them, under the same settings and data: each is caught on the night that it happens, in ten runs with ten seeds.
 * Images are real, and the models are trained for each night.
 */
final class PlantedFaultsIT {
    private static final int RUNS = 10;
    private static final int BEFORE = 3;

    private static SmallSweep.Images images;
    private static List<List<NightPairs>> histories;

    @BeforeAll
    static void makeHistories() throws Exception {
        Backend.load();
        images = SmallSweep.Images.read(Launcher.data());
        histories = IntStream.range(0, RUNS)
                .parallel()
                .mapToObj(run -> IntStream.range(0, BEFORE)
                        .mapToObj(day -> SmallSweep.HEALTHY.run(images, run + 1, Nights.night(day)))
                        .toList())
                .toList();
    }

    private static List<Judgement> judged(SmallSweep sweep) {
        return IntStream.range(0, RUNS)
                .parallel()
                .mapToObj(run -> Nights.judge(sweep.run(images, run + 1, Nights.night(BEFORE)), histories.get(run)))
                .toList();
    }

    @Test
    void healthyNightsPass() {
        assertThat(judged(SmallSweep.HEALTHY))
                .hasSize(RUNS)
                .allMatch(judgement -> judgement.status() == Judgement.Status.PASSED);
    }

    /** Epochs, shift of the labels, share of foreign training images, scale of the test images (1 or 1/255), sign. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "test images not scaled, 50, 0, 0, 1, 1",
        "5 epochs instead of 50, 5, 0, 0, 0.00392156862745098, 1",
        "class labels shifted by one, 50, 1, 0, 0.00392156862745098, 1",
        "sign flipped, 50, 0, 0, 0.00392156862745098, -1",
        "a tenth of the training images of another class, 50, 0, 0.1, 0.00392156862745098, 1"
    })
    void isCaughtInTenRunsOfTen(String fault, int epochs, int shift, double foreign, double scale, int sign) {
        assertThat(judged(new SmallSweep(epochs, shift, foreign, scale, sign)))
                .as(fault)
                .hasSize(RUNS)
                .allMatch(Judgement::isRegression)
                .allMatch(
                        judgement -> judgement.findings().stream().anyMatch(finding -> finding.kind() == Kind.CHANGE));
    }

    /** The model of an earlier night gives the same figures as its own would, bit for bit: only the model itself tells. */
    @Test
    void aStaleModelIsCaughtInTenRunsOfTen() {
        List<Judgement> judgements = new ArrayList<>();
        for (List<NightPairs> history : histories) {
            NightPairs stale = new NightPairs(
                    Nights.with(
                            Nights.night(BEFORE),
                            List.of("r"),
                            history.get(1).night().means()),
                    history.get(1).pairs());
            judgements.add(Nights.judge(stale, history));
        }

        assertThat(judgements)
                .hasSize(RUNS)
                .allMatch(judgement -> judgement.findings().stream()
                        .map(Finding::kind)
                        .toList()
                        .equals(List.of(Kind.STALE)));
    }
}
