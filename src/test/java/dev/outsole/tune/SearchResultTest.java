package dev.outsole.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.neighbour.ImageNeighbourOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchResultTest {

    private static Trial trial(ImageNeighbourOptions options, double shift, double flip) {
        return new Trial(options, Map.of("shift", shift, "flip", flip));
    }

    /** Means over both classes: 0.8 and 0.6 for the first, 0.7 and 0.8 for the second setting. */
    @Test
    void settingsAreRankedByTheirMeansOverClassesAndKinds() {
        ImageNeighbourOptions first = ImageNeighbourOptions.DEFAULT;
        ImageNeighbourOptions second = ImageNeighbourOptions.ADJUSTED;
        SearchResult result = new SearchResult(Map.of(
                "Clog", List.of(trial(first, 0.9, 0.5), trial(second, 0.6, 0.9)),
                "Mule", List.of(trial(first, 0.7, 0.7), trial(second, 0.8, 0.7))));

        List<Trial> ranked = result.ranked();

        assertThat(ranked).extracting(Trial::options).containsExactly(second, first);
        assertThat(ranked.get(0).criterion()).isCloseTo(0.75, within(1e-12));
        assertThat(ranked.get(1).auc().get("shift")).isCloseTo(0.8, within(1e-12));
        assertThat(ranked.get(1).auc().get("flip")).isCloseTo(0.6, within(1e-12));
    }
}
