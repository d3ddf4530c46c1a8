package dev.outsole.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.needs.Needs;
import java.awt.Color;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.style.markers.SeriesMarkers;

@Needs("libharfbuzz0b")
class LegendTest {
    private static final LegendEntry POINTS = LegendEntry.points("normal", Color.BLUE, SeriesMarkers.CIRCLE);

    @Test
    void entriesThatFitShareARow() {
        int row = new Legend(List.of(POINTS)).height(600);

        assertThat(new Legend(List.of(POINTS, POINTS)).height(600)).isEqualTo(row);
    }

    @Test
    void breaksIntoRowsNoWiderThanThePicture() {
        int one = new Legend(List.of(POINTS)).height(600);
        int threeInNarrow = new Legend(Collections.nCopies(3, POINTS)).height(100);
        int nineInWide = new Legend(Collections.nCopies(9, POINTS)).height(600);

        assertThat(threeInNarrow).isEqualTo(one + 2 * 22);
        // An entry is about 65 wide, the space between two is 22: six or seven to a row.
        assertThat(nineInWide).isEqualTo(one + 22);
    }

    @Test
    void aLineNeedsMoreRoomThanAPoint() {
        assertThat(LegendEntry.line("normal", Color.BLUE, HouseStyle.LINE).width())
                .isEqualTo(POINTS.width() + 14);
    }
}
