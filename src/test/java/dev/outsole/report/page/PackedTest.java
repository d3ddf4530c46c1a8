package dev.outsole.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.report.page.PageData.PlaneData;
import dev.outsole.result.Score;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedTest {
    private static final List<Score> SCORES = List.of(
            new Score(3, 0, 1.5, true, List.of(-1f, 10f)),
            new Score(70000, 65535, -0.25, false, List.of(3f, 10f)),
            new Score(70001, 2, 0, false, List.of(0f, 10f)));

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void valuesComeBack() {
        assertThat(bytes(Packed.indices(SCORES)).getInt(4)).isEqualTo(70000);
        assertThat(bytes(Packed.labels(SCORES)).getShort(2) & 0xFFFF).isEqualTo(65535);
        assertThat(bytes(Packed.decisionValues(SCORES)).getFloat(4)).isEqualTo(-0.25f);
    }

    /** 0 is a quarter of the way from −1 to 3; a coordinate that all share has no extent. */
    @Test
    void coordinatesAreSharesOfTheirExtent() {
        PlaneData plane = Packed.embedding(SCORES);
        ByteBuffer bytes = bytes(plane.values());

        assertThat(List.of(plane.left(), plane.right(), plane.bottom(), plane.top()))
                .containsExactly(-1f, 3f, 10f, 10f);
        assertThat(bytes.getShort(0)).isZero();
        assertThat(bytes.getShort(4) & 0xFFFF).isEqualTo(65535);
        assertThat((bytes.getShort(8) & 0xFFFF) / 65535.0).isCloseTo(0.25, within(1e-4));
        assertThat(bytes.getShort(10)).isZero();
    }

    /** A value far below the unit still lies on its side of the boundary. */
    @Test
    void decisionValuesKeepTheirSign() {
        PlaneData grid = Packed.grid(new DecisionGrid(0, 1, 0, 1, 2, new double[] {2, -1e-9, 1e-9, 0}));
        ByteBuffer bytes = bytes(grid.values());

        assertThat(bytes.getShort(0) * grid.unit()).isCloseTo(2, within(1e-9));
        assertThat(bytes.getShort(2)).isEqualTo((short) -1);
        assertThat(bytes.getShort(4)).isEqualTo((short) 1);
        assertThat(bytes.getShort(6)).isZero();
    }
}
