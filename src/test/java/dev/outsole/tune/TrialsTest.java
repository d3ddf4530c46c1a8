package dev.outsole.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.outsole.image.ImageShape;
import dev.outsole.neighbour.ImageNeighbourOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against plain loops, on images that are not prepared at all. */
class TrialsTest {
    private static final ImageShape SHAPE = new ImageShape(2, 3);
    private static final TuningImages IMAGES = TuningImages.draw(normals(90), SHAPE, 5);
    private static final ImageNeighbourOptions PLAIN = SearchGrid.preparations().get(0);
    private static final List<Trial> TRIALS = Trials.of(PLAIN, IMAGES);

    private static float[][] normals(int count) {
        Random random = new Random(1);
        float[][] images = new float[count][6];
        for (float[] image : images) {
            float bright = random.nextFloat();
            for (int j = 0; j < 6; j++) {
                image[j] = bright * random.nextFloat();
            }
        }
        return images;
    }

    @Test
    void theGridIsWhole() {
        List<ImageNeighbourOptions> all = SearchGrid.preparations().stream()
                .flatMap(preparation -> SearchGrid.of(preparation).stream())
                .toList();

        // 2 · 3 · 4 preparations, with 2 · 3 settings each.
        assertThat(all).hasSize(144).doesNotHaveDuplicates();
        assertThat(all).contains(ImageNeighbourOptions.DEFAULT, ImageNeighbourOptions.ADJUSTED);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "5, false", "10, false", "1, true", "5, true", "10, true"})
    void theCriterionIsTheMeanOfTheAucs(int k, boolean adjusted) {
        Trial trial = TRIALS.stream()
                .filter(one ->
                        one.options().neighbours().k() == k && one.options().adjusted() == adjusted)
                .findFirst()
                .orElseThrow();

        double sum = 0;
        for (SyntheticAnomaly kind : SyntheticAnomaly.values()) {
            float[][] abnormal = IMAGES.abnormal().get(kind.key());
            double auc = RankAuc.of(scores(IMAGES.heldOut(), k, adjusted), scores(abnormal, k, adjusted));
            assertThat(trial.auc().get(kind.key())).as(kind.key()).isCloseTo(auc, within(1e-9));
            sum += auc;
        }
        assertThat(trial.criterion()).isCloseTo(sum / 4, within(1e-9));
    }

    /** ln of the mean distance, with its sign turned, plus slope · ln(1 + total variation) if that is to count. */
    private static double[] scores(float[][] images, int k, boolean adjusted) {
        double slope = adjusted ? slope(k) : 0;
        return Arrays.stream(images)
                .mapToDouble(image -> slope * Math.log(1 + variation(image)) - logDistance(image, k))
                .toArray();
    }

    private static double slope(int k) {
        float[][] learnt = IMAGES.learnt();
        double[] x = Arrays.stream(learnt)
                .mapToDouble(image -> Math.log(1 + variation(image)))
                .toArray();
        double[] y = Arrays.stream(learnt)
                .mapToDouble(image -> logDistance(image, k))
                .toArray();
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        return products / squares;
    }

    /** To the images learnt but the image itself. */
    private static double logDistance(float[] image, int k) {
        return Math.log(Arrays.stream(IMAGES.learnt())
                .filter(other -> other != image)
                .mapToDouble(other -> distance(image, other))
                .sorted()
                .limit(k)
                .average()
                .orElseThrow());
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (double) (a[j] - b[j]);
        }
        return Math.sqrt(sum);
    }

    /** Of pixels 0 1 2 above 3 4 5. */
    private static double variation(float[] p) {
        int[][] pairs = {{0, 1}, {1, 2}, {3, 4}, {4, 5}, {0, 3}, {1, 4}, {2, 5}};
        return Arrays.stream(pairs)
                .mapToDouble(pair -> Math.abs(p[pair[0]] - p[pair[1]]))
                .sum();
    }
}
