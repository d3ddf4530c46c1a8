package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.job.NightlyRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HowToGoOnTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 28);

    @Test
    void aSweepGoesOnInItsRunDirectory() {
        assertThat(HowToGoOn.sweep(Optional.of("file:/runs/20261128T020000Z-sweep")))
                .isEqualTo("go on with submit/outsole sweep --resume file:/runs/20261128T020000Z-sweep");
        assertThat(HowToGoOn.sweep(Optional.empty())).isEqualTo("nothing is kept of it, run it again");
    }

    /** After midnight it would otherwise be another night. */
    @Test
    void aNightStaysTheNightThatItWasBegunFor() {
        assertThat(HowToGoOn.nightly(Optional.of("/r"), new NightlyRequest(DATE, false, Optional.empty())))
                .isEqualTo("go on with submit/outsole nightly --resume /r --date 2026-11-28");
        assertThat(HowToGoOn.nightly(
                        Optional.of("/r"), new NightlyRequest(DATE, true, Optional.of(Path.of("/m/night.prom")))))
                .isEqualTo("go on with submit/outsole nightly --resume /r --date 2026-11-28 --replace"
                        + " --metrics-file /m/night.prom");
    }

    /** A shell reads the line back as it was meant. */
    @Test
    void aPathIsQuotedWhereItMustBe() throws Exception {
        String awkward = "/it's a $(run) \"here\"/ü [1]*";
        Process echo = new ProcessBuilder("bash", "-c", "printf %s " + HowToGoOn.quoted(awkward)).start();

        assertThat(new String(echo.getInputStream().readAllBytes(), "UTF-8")).isEqualTo(awkward);
    }
}
