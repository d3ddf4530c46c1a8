package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.needs.Needs;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Needs("libharfbuzz0b")
class RocPictureTest {
    private static final String BLUE = "rgb(0,114,178)";
    private static final String GREY = "rgb(140,140,140)";

    private static final RocCurve PERFECT = RocCurve.of("oracle", 1, new double[] {0, 0, 1}, new double[] {0, 1, 1});

    @Test
    void saysAllInText() {
        Picture picture = RocPicture.of(
                Examples.PAIR, List.of(Examples.curve("pixels", 0.509236), Examples.curve("autoencoder", 0.74)));

        assertThat(Rendered.texts(picture))
                .containsExactlyInAnyOrder(
                        "ROC: Sandal (normal) vs Sneaker (abnormal)",
                        "False positive rate",
                        "True positive rate",
                        "pixels (AUC 0.509)",
                        "autoencoder (AUC 0.740)",
                        "chance",
                        // Ticks of the vertical axis, then of the horizontal one.
                        "0.0",
                        "0.2",
                        "0.4",
                        "0.6",
                        "0.8",
                        "1.0",
                        "0.0",
                        "0.2",
                        "0.4",
                        "0.6",
                        "0.8",
                        "1.0");
    }

    @Test
    void drawsACurveFromCornerToCorner() {
        Picture picture = RocPicture.of(Examples.PAIR, List.of(PERFECT));

        // Up, right, and the key in the legend.
        assertThat(Rendered.count(picture, "line", "stroke", BLUE)).isEqualTo(3);
    }

    @Test
    void drawsChanceInGreyDashes() {
        Picture picture = RocPicture.of(Examples.PAIR, List.of(PERFECT));

        assertThat(Rendered.elements(picture, "line").stream()
                        .filter(line -> Rendered.inherited(line, "stroke").equals(GREY))
                        .filter(line ->
                                !Rendered.inherited(line, "stroke-dasharray").equals("none")))
                .as("the diagonal and its key")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9})
    void plotIsSquare(int curves) {
        ChartPicture picture = (ChartPicture)
                RocPicture.of(Examples.PAIR, Collections.nCopies(curves, Examples.curve("autoencoder", 0.74)));
        Rendered.png(picture);

        double width = picture.chart().getScreenXFromChart(1) - picture.chart().getScreenXFromChart(0);
        double height = picture.chart().getScreenYFromChart(0) - picture.chart().getScreenYFromChart(1);
        assertThat(width).isGreaterThan(400);
        assertThat(height).isCloseTo(width, Offset.offset(1.0));
    }

    @Test
    void aLongTitleIsSetInSmallerLetters() {
        Picture picture = RocPicture.of(Examples.pair("x".repeat(40), "y".repeat(40)), List.of(PERFECT));

        assertThat(Rendered.png(picture)).satisfies(image -> {
            for (int y = 0; y < image.getHeight(); y++) {
                assertThat(image.getRGB(0, y)).as("left edge at %d", y).isEqualTo(0xFFFFFFFF);
                assertThat(image.getRGB(image.getWidth() - 1, y))
                        .as("right edge at %d", y)
                        .isEqualTo(0xFFFFFFFF);
            }
        });
        assertThat(Rendered.texts(picture))
                .contains("ROC: " + "x".repeat(40) + " (normal) vs " + "y".repeat(40) + " (abnormal)");
    }

    @Test
    void moreDetectorsThanColoursStillDraw() {
        Picture picture = RocPicture.of(Examples.PAIR, Collections.nCopies(8, PERFECT));

        assertThat(Rendered.texts(picture))
                .filteredOn("oracle (AUC 1.000)"::equals)
                .hasSize(8);
        assertThat(Rendered.count(picture, "line", "stroke", BLUE))
                .as("first and eighth")
                .isEqualTo(6);
    }

    @Test
    void rejectsWhatIsNoCurve() {
        assertThatThrownBy(() -> RocPicture.of(Examples.PAIR, List.of())).hasMessageContaining("no ROC curve");
        assertThatThrownBy(() -> new RocCurve("pixels", 0.5, List.of())).hasMessageContaining("pixels");
        assertThatThrownBy(() -> RocCurve.of("pixels", 0.5, new double[2], new double[3]))
                .hasMessageContaining("2 false positive rates, but 3 true positive rates");
        assertThatThrownBy(() -> new RocCurve.Point(Double.NaN, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new RocCurve.Point(0, 1.5)).hasMessageContaining("1.5");
    }
}
