package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.needs.Needs;
import org.junit.jupiter.api.Test;

class TextDrawingTest {
    @Test
    @Needs("libharfbuzz0b")
    void thereIsNoObstacleWhereTheLibrariesAreThere() {
        assertThat(TextDrawing.obstacle()).isEmpty();
    }

    /** As Java tells it on a bare Debian 13. */
    @Test
    void aLibraryThatIsMissingIsNamedWithItsPackage() {
        assertThat(TextDrawing.obstacle(() -> {
                    throw new UnsatisfiedLinkError(
                            "libfontmanager.so: libharfbuzz.so.0: cannot open shared object file");
                }))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("can't draw text", "libharfbuzz.so.0", "libharfbuzz0b")
                        .doesNotContain("\n"));
    }

    @Test
    void anyOtherFaultIsNotTakenForThat() {
        assertThatThrownBy(() -> TextDrawing.obstacle(() -> {
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
    }
}
