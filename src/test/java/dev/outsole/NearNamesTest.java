package dev.outsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {
    private static final List<String> NAMES = List.of(
            "t-shirt-top",
            "coat",
            "sandal",
            "shirt",
            "sneaker",
            "ankle-boot",
            "table",
            "csv",
            "--epochs",
            "--seed",
            "outsole.svm.nu",
            "outsole.autoencoder.epochs");

    @ParameterizedTest
    @CsvSource({
        "sandl, sandal",
        "sandals, sandal",
        "SANDAL, sandal",
        "sneeker, sneaker",
        "tabel, table", // two letters that changed places are one slip
        "cvs, csv",
        "boot, ankle-boot",
        "boots, ankle-boot",
        "tshirt, shirt",
        "ankle, ankle-boot",
        "--epoch, --epochs",
        "-epochs, --epochs",
        "--speed, --seed",
        "svm.nu, outsole.svm.nu",
        "outsole.autoencoder.epoch, outsole.autoencoder.epochs",
    })
    void aSlipIsNearToWhatWasMeant(String typed, String meant) {
        assertThat(NearNames.to(typed, NAMES)).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource({"clog", "mule", "co", "5", "''", "--x", "outsole.data"})
    void whatIsFarFromEveryNameIsNearToNone(String typed) {
        assertThat(NearNames.to(typed, NAMES)).isEmpty();
    }

    @Test
    void namesThatAreEquallyNearAreAllNamed() {
        assertThat(NearNames.question("coa", List.of("coat", "boa", "coal", "sandal")))
                .isEqualTo(" (did you mean coat or boa or coal?)");
        assertThat(NearNames.question("clog", NAMES)).isEmpty();
    }
}
