package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.needs.Needs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Class and detector names come from the user's files: they may hold anything. */
@Needs("libharfbuzz0b")
class EscapingTest {
    static Stream<Picture> hostilePictures() {
        return Stream.of(
                SamplesPicture.of(Examples.HOSTILE, Examples.SHAPE, Examples.images(1), Examples.images(1)),
                RocPicture.of(Examples.HOSTILE, List.of(Examples.curve("<script>&\"", 0.5))),
                EmbeddingPicture.byTruth(Examples.HOSTILE, Examples.cloud(9, 1, 1), false),
                EmbeddingPicture.byPrediction(Examples.HOSTILE, Examples.cloud(9, 1, 1), false),
                LossPicture.of(Examples.HOSTILE.normal(), new double[] {1}));
    }

    @ParameterizedTest
    @MethodSource("hostilePictures")
    void markupInNamesIsText(Picture picture) {
        String svg = new String(Rendered.bytes(picture, PictureFormat.SVG), StandardCharsets.UTF_8);

        assertThat(svg).contains("&lt;script&gt;&amp;\"").doesNotContain("<script");
        assertThat(Rendered.texts(picture)).anySatisfy(text -> assertThat(text).contains("<script>&\""));
    }

    @ParameterizedTest
    @MethodSource("hostilePictures")
    void hostileNamesCanBePainted(Picture picture) {
        assertThat(Rendered.png(picture).getWidth()).isEqualTo(2 * picture.width());
    }
}
