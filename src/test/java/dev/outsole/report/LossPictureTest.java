package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.needs.Needs;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@Needs("libharfbuzz0b")
class LossPictureTest {
    private static final String BLUE = "rgb(0,114,178)";
    private static final String VERMILLION = "rgb(213,94,0)";

    @Test
    void saysAllInText() {
        double[] training = new double[50];
        Arrays.fill(training, 0.08);
        training[49] = 0.02839;

        assertThat(Rendered.texts(LossPicture.of(Examples.PAIR.normal(), training)))
                .contains(
                        "Training loss: Sandal (normal)",
                        "Epoch",
                        "Mean squared error per pixel",
                        "training (last 0.0284)")
                .contains("0", "10", "20", "30", "40", "50", "0.00", "0.02", "0.04", "0.06", "0.08")
                .noneMatch(text -> text.startsWith("validation"));
    }

    @Test
    void drawsALinePerStep() {
        Picture picture = LossPicture.of(Examples.PAIR.normal(), new double[] {3, 2, 1}, new double[] {3, 2});

        // And one more of each in the legend.
        assertThat(Rendered.count(picture, "line", "stroke", BLUE)).isEqualTo(2 + 1);
        assertThat(Rendered.count(picture, "line", "stroke", VERMILLION)).isEqualTo(1 + 1);
        assertThat(Rendered.texts(picture)).contains("training (last 1.0000)", "validation (last 2.0000)");
    }

    @Test
    void aSingleEpochIsAPoint() {
        Picture picture = LossPicture.of(Examples.PAIR.normal(), new double[] {0.06});

        assertThat(Rendered.count(picture, "circle", "fill", BLUE)).isEqualTo(1 + 1);
        assertThat(Rendered.texts(picture)).contains("0", "1", "2");
    }

    @Test
    void rejectsWhatIsNoLoss() {
        assertThatThrownBy(() -> LossPicture.of(Examples.PAIR.normal(), new double[0]))
                .hasMessageContaining("no training loss");
        assertThatThrownBy(() -> LossPicture.of(Examples.PAIR.normal(), new double[] {Double.NaN}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> LossPicture.of(Examples.PAIR.normal(), new double[] {1}, new double[] {-1}))
                .hasMessageContaining("-1.0");
    }
}
