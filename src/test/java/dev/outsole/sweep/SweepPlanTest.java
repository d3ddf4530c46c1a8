package dev.outsole.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.image.ImageClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepPlanTest {
    private static final ImageClass SANDAL = new ImageClass(5, "Sandal");
    private static final ImageClass BOOT = new ImageClass(9, "Ankle boot");
    private static final ImageClass BAG = new ImageClass(8, "Bag");

    @Test
    void aModelServesAllPairsOfItsNormalClass() {
        SweepPlan plan = new SweepPlan(
                List.of("pixels", "autoencoder"), List.of(SANDAL, BOOT), List.of(SANDAL, BOOT, BAG), List.of(1L, 2L));

        assertThat(plan.pairs()).isEqualTo(4);
        assertThat(plan.models())
                .hasSize(8)
                .startsWith(new ModelKey("pixels", SANDAL, 1), new ModelKey("pixels", SANDAL, 2))
                .endsWith(new ModelKey("autoencoder", BOOT, 2));
        assertThat(plan.abnormalsOf(BOOT)).containsExactly(SANDAL, BAG);
        assertThat(plan.models().get(7).path()).isEqualTo("autoencoder/ankle-boot/seed-2");
    }

    @Test
    void whatIsNamedTwiceCountsOnce() {
        SweepPlan plan =
                new SweepPlan(List.of("pixels", "pixels"), List.of(BAG, BAG), List.of(BOOT, BOOT), List.of(1L, 1L));

        assertThat(plan.models()).hasSize(1);
        assertThat(plan.pairs()).isEqualTo(1);
    }

    @Test
    void aModelWithNothingToTellApartIsLeftOut() {
        SweepPlan plan = new SweepPlan(List.of("pixels"), List.of(BAG, BOOT), List.of(BAG), List.of(1L));

        assertThat(plan.models()).containsExactly(new ModelKey("pixels", BOOT, 1));
    }

    @Test
    void refusesPlansWithoutAPair() {
        assertThatThrownBy(() -> new SweepPlan(List.of("pixels"), List.of(BAG), List.of(BAG), List.of(1L)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("both 'bag'");
        assertThatThrownBy(() -> new SweepPlan(List.of(), List.of(BAG), List.of(BOOT), List.of(1L)))
                .isInstanceOf(UserError.class)
                .hasMessage("sweep: no detectors: give at least one");
    }

    @Test
    void aSweepGoesOnWithTheSameSettingsAndDataOnly() {
        Manifest begun = manifest(Map.of("svm.nu", "0.5", "home", "/a", "sweep.concurrency", "2"), "abc");

        assertThat(manifest(Map.of("svm.nu", "0.5", "home", "/b", "sweep.concurrency", "8"), "abc")
                        .differenceFrom(begun))
                .isEmpty();
        assertThat(manifest(Map.of("svm.nu", "0.1", "home", "/a"), "abc").differenceFrom(begun))
                .contains("setting outsole.svm.nu: 0.5 then, 0.1 now");
        assertThat(manifest(Map.of(), "abc").differenceFrom(begun))
                .contains("setting outsole.svm.nu: 0.5 then, not there now");
        assertThat(manifest(Map.of("svm.nu", "0.5", "svm.tol", "1"), "abc").differenceFrom(begun))
                .as("a setting that has come with another build, which is asked about elsewhere")
                .isEmpty();
        assertThat(manifest(Map.of("svm.nu", "0.5"), "abd").differenceFrom(begun))
                .contains("SHA-256 of the data's train_images: abc then, abd now");
    }

    /** By sha256sum of "svm.nu=0.5\nsvm.tol=1\n". */
    @Test
    void theHashIsOfTheSettingsThatChangeFigures() {
        assertThat(manifest(
                                Map.of(
                                        "svm.tol",
                                        "1",
                                        "svm.nu",
                                        "0.5",
                                        "home",
                                        "/a",
                                        "sweep.concurrency",
                                        "2",
                                        "gate.window",
                                        "3",
                                        "notify.url-file",
                                        "f",
                                        "svm.cache-mb",
                                        "9"),
                                "abc")
                        .settingsHash())
                .isEqualTo("effe362d5b067db1e64119c76341bf8a6f049084d456d334cd94aa2157dac463");
        assertThat(manifest(Map.of("svm.nu", "0.1"), "abc").settingsHash())
                .isNotEqualTo(manifest(Map.of("svm.nu", "0.2"), "abc").settingsHash());
    }

    private static Manifest manifest(Map<String, String> settings, String sha256) {
        return new Manifest("1", "run", "now", settings, Map.of("train_images", sha256), List.of("a", "b"));
    }
}
