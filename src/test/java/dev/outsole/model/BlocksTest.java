package dev.outsole.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import dev.outsole.neighbour.NeighbourRows;
import dev.outsole.neighbour.PreparedImages;
import dev.outsole.pixel.PixelFeatures;
import dev.outsole.tensor.StageNumbers;
import dev.outsole.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private static StageNumbers numbers(Map<String, Tensor> tensors) {
        return new StageNumbers("nearest_neighbours", tensors);
    }

    /** Two of 15 MiB fit into 32 MiB, the third doesn't. */
    @Test
    void largeImagesAreInSeveralTensorsAndComeBackInTheirOrder() {
        PixelFeatures preparation = new PixelFeatures(new ImageShape(3 << 10, 5 << 10), false, 0, 0);
        byte[][] pixels = new byte[3][15 << 20];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i][i] = (byte) (i + 1);
        }

        Map<String, Tensor> tensors = Blocks.of(new PreparedImages(preparation, pixels), Map.of());

        assertThat(tensors).containsOnlyKeys("images_00000", "images_00001");
        assertThat(tensors.get("images_00000").shape()).containsExactly(2, 3 << 10, 5 << 10);
        assertThat(tensors.get("images_00001").shape()).containsExactly(1, 3 << 10, 5 << 10);
        assertThat(Blocks.images(numbers(tensors))).isDeepEqualTo(pixels);
    }

    @Test
    void rowsComeBack() {
        NeighbourRows rows = new NeighbourRows(new float[][] {{1, 2}, {3, 4}, {5, 6}});

        StageNumbers numbers = numbers(Blocks.of(rows));

        assertThat(numbers.tensors().get("rows_00000").shape()).containsExactly(3, 2);
        assertThat(Blocks.areImages(numbers)).isFalse();
        assertThat(Blocks.rows(numbers))
                .singleElement()
                .isEqualTo(rows.blocks().get(0).entries());
    }

    @Test
    void aModelWithoutRowsIsRefused() {
        assertThatThrownBy(() -> Blocks.rows(numbers(Map.of())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no rows_00000");
    }
}
