package dev.outsole.report.page;

import dev.outsole.image.ImageClass;
import dev.outsole.result.Score;
import dev.outsole.sweep.ModelResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A model with all that it says of the test images.
 *
 * @param scores by index; kept in that order
 * @param grid its SVM's decision values over the plane; absent unless the SVM works on two numbers
 */
public record ShownModel(ImageClass normal, ModelResult result, List<Score> scores, Optional<DecisionGrid> grid) {

    public ShownModel {
        scores = scores.stream().sorted(Comparator.comparingInt(Score::index)).toList();
    }

    /** Whether its images have coordinates in a plane. */
    boolean isPlanar() {
        return isPlanar(scores);
    }

    /** The same of scores alone. */
    public static boolean isPlanar(List<Score> scores) {
        return !scores.isEmpty()
                && scores.stream().allMatch(score -> score.embedding().size() == 2);
    }
}
