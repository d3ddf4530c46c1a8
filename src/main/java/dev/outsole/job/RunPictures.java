package dev.outsole.job;

import dev.outsole.image.ClassPair;
import dev.outsole.image.ImageClass;
import dev.outsole.image.Split;
import dev.outsole.metric.RocCounts;
import dev.outsole.report.EmbeddedPoint;
import dev.outsole.report.EmbeddingPicture;
import dev.outsole.report.LossPicture;
import dev.outsole.report.Picture;
import dev.outsole.report.RocCurve;
import dev.outsole.report.RocPicture;
import dev.outsole.report.SamplesPicture;
import dev.outsole.result.Score;
import dev.outsole.result.Training;
import dev.outsole.spark.ImageTable;
import java.util.ArrayList;
import java.util.List;

/** The pictures of one evaluation, made from its results. */
final class RunPictures {
    private static final int SAMPLES = 30;
    private static final int DRAWN_DIMENSIONS = 2;

    private final ClassPair pair;

    RunPictures(ClassPair pair) {
        this.pair = pair;
    }

    /**
     * Samples and ROC always; the loss of a trained network; its embedding if that is a plane. Where more than one detector has such a
     * picture, those after the first have the detector's name in theirs: {@code loss}, {@code loss-reconstruction}.
     */
    List<Picture> of(List<EvaluatedModel> runs, ImageTable images) {
        List<Picture> pictures = new ArrayList<>();
        pictures.add(samples(images));
        pictures.add(RocPicture.of(pair, runs.stream().map(RunPictures::curve).toList()));
        for (EvaluatedModel run : runs) {
            Training training = run.result().training();
            if (training != null) {
                add(pictures, run, loss(training));
            }
            List<EmbeddedPoint> points = points(run.scores());
            if (!points.isEmpty()) {
                boolean collapsed = run.result().collapsed();
                add(pictures, run, EmbeddingPicture.byTruth(pair, points, collapsed));
                add(pictures, run, EmbeddingPicture.byPrediction(pair, points, collapsed));
            }
        }
        return pictures;
    }

    private static void add(List<Picture> pictures, EvaluatedModel run, Picture picture) {
        boolean taken = pictures.stream().anyMatch(other -> other.name().equals(picture.name()));
        pictures.add(taken ? picture.renamed(picture.name() + "-" + run.key().detector()) : picture);
    }

    private Picture samples(ImageTable images) {
        return SamplesPicture.of(
                pair, images.info().shape(), samples(images, pair.normal()), samples(images, pair.abnormal()));
    }

    private static List<byte[]> samples(ImageTable images, ImageClass imageClass) {
        return images.samples(Split.TEST, imageClass, SAMPLES);
    }

    private static RocCurve curve(EvaluatedModel run) {
        RocCounts roc = run.curves().get(0);
        double[] fpr = roc.points().stream().mapToDouble(roc::falsePositiveRate).toArray();
        double[] tpr = roc.points().stream().mapToDouble(roc::truePositiveRate).toArray();
        String collapsed = run.result().collapsed() ? " (collapsed)" : "";
        return RocCurve.of(
                run.key().detector() + collapsed, run.result().pairs().get(0).auc(), fpr, tpr);
    }

    private List<EmbeddedPoint> points(List<Score> scores) {
        int normal = pair.normal().label();
        return scores.stream()
                .filter(score -> score.embedding().size() == DRAWN_DIMENSIONS)
                .map(score -> new EmbeddedPoint(
                        score.embedding().get(0),
                        score.embedding().get(1),
                        score.label() == normal,
                        score.predictedNormal()))
                .toList();
    }

    private Picture loss(Training training) {
        double[] loss = doubles(training.loss());
        return training.validationLoss().isEmpty()
                ? LossPicture.of(pair.normal(), loss)
                : LossPicture.of(pair.normal(), loss, doubles(training.validationLoss()));
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
