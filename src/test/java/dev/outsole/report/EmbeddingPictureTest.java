package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.needs.Needs;
import java.util.List;
import org.junit.jupiter.api.Test;

@Needs("libharfbuzz0b")
class EmbeddingPictureTest {
    private static final String BLUE = "rgb(0,114,178)";
    private static final String VERMILLION = "rgb(213,94,0)";

    /** Three normal images, two abnormal ones; one and four by prediction. */
    private static final List<EmbeddedPoint> FIVE = List.of(
            new EmbeddedPoint(0, 0, true, true),
            new EmbeddedPoint(1, 3, true, false),
            new EmbeddedPoint(2, 1, true, false),
            new EmbeddedPoint(3, 2, false, false),
            new EmbeddedPoint(4, 4, false, false));

    @Test
    void saysAllInText() {
        assertThat(Rendered.texts(EmbeddingPicture.byTruth(Examples.PAIR, FIVE, false)))
                .containsExactlyInAnyOrder(
                        "Embedding by truth: Sandal (normal) vs Sneaker (abnormal)",
                        "Embedding 1",
                        "Embedding 2",
                        "normal: Sandal (n = 3)",
                        "abnormal: Sneaker (n = 2)",
                        "0",
                        "1",
                        "2",
                        "3",
                        "4",
                        "0",
                        "1",
                        "2",
                        "3",
                        "4");
        assertThat(Rendered.texts(EmbeddingPicture.byPrediction(Examples.PAIR, FIVE, false)))
                .contains(
                        "Embedding by prediction: Sandal (normal) vs Sneaker (abnormal)",
                        "predicted normal (n = 1)",
                        "predicted abnormal (n = 4)");
    }

    @Test
    void drawsEveryPointInTheColourAndShapeOfItsTruth() {
        Picture picture = EmbeddingPicture.byTruth(Examples.PAIR, FIVE, false);

        assertThat(Rendered.elements(picture, "circle"))
                .extracting(circle -> circle.getAttribute("r"))
                .containsOnly("3");
        // And one more of each in the legend.
        assertThat(Rendered.count(picture, "circle", "fill", BLUE)).isEqualTo(3 + 1);
        assertThat(Rendered.count(picture, "path", "fill", VERMILLION)).isEqualTo(2 + 1);
    }

    @Test
    void drawsEveryPointInTheColourAndShapeOfItsPrediction() {
        Picture picture = EmbeddingPicture.byPrediction(Examples.PAIR, FIVE, false);

        assertThat(Rendered.count(picture, "circle", "fill", BLUE)).isEqualTo(1 + 1);
        assertThat(Rendered.count(picture, "path", "fill", VERMILLION)).isEqualTo(4 + 1);
    }

    @Test
    void losesNoPointAmongTheLayers() {
        Picture picture = EmbeddingPicture.byTruth(Examples.PAIR, Examples.cloud(1999, 1, 1), false);

        assertThat(Rendered.count(picture, "circle", "fill", BLUE)).isEqualTo(1000 + 1);
        assertThat(Rendered.count(picture, "path", "fill", VERMILLION)).isEqualTo(999 + 1);
    }

    @Test
    void pointsAreTranslucentAndTheirKeysAreNot() {
        assertThat(Rendered.elements(EmbeddingPicture.byTruth(Examples.PAIR, FIVE, false), "circle"))
                .extracting(circle -> Rendered.inherited(circle, "fill-opacity"))
                .containsExactly("0.43", "0.43", "0.43", "1");
    }

    @Test
    void aCollapsedEmbeddingStandsInTheMiddle() {
        Picture picture = EmbeddingPicture.byTruth(Examples.PAIR, List.of(new EmbeddedPoint(0, 0, true, true)), true);

        assertThat(Rendered.texts(picture))
                .contains(
                        "Collapsed embedding by truth: Sandal (normal) vs Sneaker (abnormal)",
                        "−0.4",
                        "0.0",
                        "0.4",
                        "abnormal: Sneaker (n = 0)");
        assertThat(Rendered.count(picture, "circle", "fill", BLUE)).isEqualTo(1 + 1);
    }

    @Test
    void rejectsWhatIsNoEmbedding() {
        assertThatThrownBy(() -> EmbeddingPicture.byTruth(Examples.PAIR, List.of(), false))
                .hasMessageContaining("no embedding");
        assertThatThrownBy(() -> new EmbeddedPoint(Double.NaN, 0, true, true)).hasMessageContaining("NaN");
    }
}
