package dev.outsole.report.page;

import static dev.outsole.report.page.Sweeps.aucs;
import static dev.outsole.report.page.Sweeps.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.image.ClassNames;
import dev.outsole.image.ImageClass;
import dev.outsole.report.page.HeatmapView.CellView;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatmapTest {
    private static final PairMatrix MATRIX = new PairMatrix(
            new ClassNames(List.of("Ankle boot", "Clog", "Pump")),
            List.of(
                    model("pixels", "Clog", aucs("Ankle boot", 0.25, "Pump", 0.9073123)),
                    model("autoencoder", "Clog", aucs("Ankle boot", 0.375, "Pump", 0.7)),
                    model("pixels", "Ankle boot", aucs("Clog", 0.5))));

    private static CellView cell(HeatmapView view, int row, int column) {
        return view.rows().get(row).cells().get(column);
    }

    @Test
    void hasARowForEachNormalClassAndAColumnForEachAbnormalOne() {
        HeatmapView view = Heatmap.auc(MATRIX, "pixels");

        assertThat(view.columns().stream().map(HeatmapView.ClassView::name))
                .containsExactly("Ankle boot", "Clog", "Pump");
        assertThat(view.rows().stream().map(row -> row.normal().name())).containsExactly("Ankle boot", "Clog");
        assertThat(cell(view, 1, 2).text()).isEqualTo("0.9073");
        assertThat(cell(view, 1, 2).link()).isEqualTo("#clog/pump");
        assertThat(cell(view, 1, 0).label()).isEqualTo("Clog normal, Ankle boot abnormal: 0.2500");
    }

    /** 0.25 is half way from 0.5 to 0: level −10 of 20. */
    @Test
    void coloursRunBothWaysFromChance() {
        HeatmapView view = Heatmap.auc(MATRIX, "pixels");

        assertThat(cell(view, 1, 0).level()).isEqualTo(-10);
        assertThat(cell(view, 0, 1).level()).isZero();
        assertThat(cell(view, 1, 2).level()).isEqualTo(16);
        assertThat(view.scale().middle()).isEqualTo("0.5");
    }

    @Test
    void aPairWithoutFigureSaysWhy() {
        HeatmapView view = Heatmap.auc(MATRIX, "pixels");

        assertThat(cell(view, 1, 1).linked()).isFalse();
        assertThat(cell(view, 1, 1).label()).isEqualTo("the same class");
        assertThat(cell(view, 0, 2).text()).isEqualTo("failed");
    }

    /** 0.375 − 0.25 = 0.125 and 0.7 − 0.9073 = −0.2073: the scale reaches to 0.3. */
    @Test
    void theDifferenceIsCentredAtNone() {
        HeatmapView view = Heatmap.difference(MATRIX, "autoencoder", "pixels");

        assertThat(cell(view, 1, 0).text()).isEqualTo("+0.1250");
        assertThat(cell(view, 1, 2).text()).isEqualTo("−0.2073");
        assertThat(cell(view, 1, 2).level()).isEqualTo(-14);
        assertThat(List.of(
                        view.scale().low(), view.scale().middle(), view.scale().high()))
                .containsExactly("−0.3", "0", "0.3");
    }

    @Test
    void seedsAreAveraged() {
        PairMatrix seeds = new PairMatrix(
                new ClassNames(List.of("Clog", "Pump")),
                List.of(model("pixels", "Clog", 1, aucs("Pump", 0.8)), model("pixels", "Clog", 2, aucs("Pump", 0.9))));

        assertThat(cell(Heatmap.auc(seeds, "pixels"), 0, 0).text()).isEqualTo("0.8500");
    }

    /** Boot and Pump are alike, Clog is unlike both; by label they would be apart. */
    @Test
    void similarClassesStandSideBySide() {
        PairMatrix matrix = new PairMatrix(
                new ClassNames(List.of("Boot", "Clog", "Pump")),
                List.of(
                        model("pixels", "Boot", aucs("Clog", 0.99, "Pump", 0.55)),
                        model("pixels", "Clog", aucs("Boot", 0.97, "Pump", 0.95))));

        assertThat(ClassOrder.bySimilarity(matrix).stream().map(ImageClass::name))
                .isIn(List.of("Boot", "Pump", "Clog"), List.of("Clog", "Pump", "Boot"));
    }
}
