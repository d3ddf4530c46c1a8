package dev.outsole.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasisTest {
    private static final Basis BASIS = new Basis(
            Map.of("svm.nu", "0.5", "sweep.seeds", "1", "autoencoder.epochs", "50", "gate.window", "14"),
            (detector, key) -> key.startsWith("svm.") || !detector.equals("pixels"));

    private static Night night(int day, Map<String, String> settings, Map<String, String> data) {
        return Nights.unlike(Nights.night(day), settings, data);
    }

    private static Night set(String key, String value) {
        return night(1, Map.of(key, value), Map.of("test_images", "abc"));
    }

    private static final Night BEFORE = night(0, Map.of(), Map.of("test_images", "abc"));

    /** What each change means: for pixels, for the autoencoder, for the pairs and seeds, for all the work. */
    @ParameterizedTest
    @CsvSource({
        "svm.nu, 0.5, true, true, true, true",
        "svm.nu, 5e-1, true, true, true, true",
        "svm.nu, 0.4, false, false, true, false",
        "svm.nu, scale, false, false, true, false",
        "autoencoder.epochs, 49, true, false, true, false",
        "sweep.seeds, 2, true, true, false, false",
        "gate.window, 7, true, true, true, true",
        "unknown.key, 1, true, true, true, true"
    })
    void aSettingCountsForWhatRestsOnIt(
            String key, String value, boolean pixels, boolean autoencoder, boolean plan, boolean work) {
        Night tonight = set(key, value);

        assertThat(BASIS.isSame("pixels", tonight, BEFORE)).isEqualTo(pixels);
        assertThat(BASIS.hasSameSettings("pixels", tonight, BEFORE)).isEqualTo(pixels);
        assertThat(BASIS.isSame("autoencoder", tonight, BEFORE)).isEqualTo(autoencoder);
        assertThat(BASIS.isSamePlan(tonight, BEFORE)).isEqualTo(plan);
        assertThat(BASIS.isSameWork(tonight, BEFORE)).isEqualTo(work);
    }

    @Test
    void theReasonIsInWords() {
        assertThat(BASIS.difference("pixels", set("svm.nu", "0.4"), BEFORE))
                .hasValue("svm.nu was 0.5 on 2026-11-01 and is 0.4");
        assertThat(BASIS.difference("pixels", night(1, Map.of(), Map.of("test_images", "xyz")), BEFORE))
                .hasValue("the data of 2026-11-01 had another SHA-256 of test_images");
        assertThat(BASIS.difference("pixels", night(1, Map.of(), Map.of("test_images", "abc")), BEFORE))
                .isEmpty();
    }

    /** Parts that only one of two nights names say nothing, unless they have none in common. */
    @Test
    void otherDataIsOtherWorkAndTheSameSettings() {
        Night others = night(1, Map.of(), Map.of("test_images", "xyz", "train_images", "1"));
        Night more = night(1, Map.of(), Map.of("test_images", "abc", "train_images", "1"));
        Night elsewhere = night(1, Map.of(), Map.of("pictures", "abc"));

        assertThat(Basis.changedData(others, BEFORE)).containsExactly("test_images");
        assertThat(Basis.changedData(more, BEFORE)).isEmpty();
        assertThat(Basis.changedData(elsewhere, BEFORE)).containsExactly("pictures");
        assertThat(BASIS.isSameWork(others, BEFORE)).isFalse();
        assertThat(BASIS.isSame("pixels", others, BEFORE)).isFalse();
        assertThat(BASIS.hasSameSettings("pixels", others, BEFORE)).isTrue();
    }
}
