package dev.outsole.job;

import dev.outsole.detector.Detectors;
import dev.outsole.image.ClassPair;
import dev.outsole.json.Json;
import dev.outsole.report.Picture;
import dev.outsole.report.PictureFormat;
import dev.outsole.report.TextDrawing;
import dev.outsole.report.page.ReportData;
import dev.outsole.report.page.ReportPage;
import dev.outsole.report.page.ShownModel;
import dev.outsole.result.RocPoint;
import dev.outsole.result.RunMetrics;
import dev.outsole.result.Score;
import dev.outsole.spark.ImageTable;
import dev.outsole.spark.SavedModel;
import dev.outsole.spark.ScoreRows;
import dev.outsole.spark.StagedDirectory;
import dev.outsole.svm.DecisionFunction;
import dev.outsole.sweep.ModelKey;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the run directory of one evaluation: metrics, scores, ROC curves, models, pictures. */
final class RunWriter {
    /** Written last: by it readers know a run directory that is complete. */
    static final String METRICS = "metrics.json";

    private static final Logger LOG = LoggerFactory.getLogger(RunWriter.class);

    private final SparkSession spark;
    private final StagedDirectory directory;
    private final RunPictures pictures;
    private final Manifests manifests;

    RunWriter(SparkSession spark, StagedDirectory directory, ClassPair pair, Manifests manifests) {
        this.spark = spark;
        this.directory = directory;
        this.pictures = new RunPictures(pair);
        this.manifests = manifests;
    }

    void write(RunMetrics metrics, List<EvaluatedModel> runs, ImageTable images) throws IOException {
        Json.write(directory.newFile(METRICS), metrics);
        writeTables(runs);
        for (EvaluatedModel run : runs) {
            SavedModel.save(
                    spark,
                    run.model(),
                    manifests.of(Detectors.of(run.key().detector()), run.calibration()),
                    directory.resolve("models/" + run.key().detector()));
        }
        writePictures(runs, images);
        writeReport(metrics, runs, images);
    }

    /** All that is known when it comes to them is worth keeping without them. */
    private void writePictures(List<EvaluatedModel> runs, ImageTable images) throws IOException {
        Optional<String> obstacle = TextDrawing.obstacle();
        if (obstacle.isPresent()) {
            LOG.warn("no PNG and SVG pictures: {}", obstacle.get());
            return;
        }
        for (Picture picture : pictures.of(runs, images)) {
            write(picture);
        }
    }

    private void writeReport(RunMetrics metrics, List<EvaluatedModel> runs, ImageTable images) throws IOException {
        Map<ModelKey, DecisionFunction> functions = new LinkedHashMap<>();
        for (EvaluatedModel run : runs) {
            if (ShownModel.isPlanar(run.scores())) {
                ModelFacts.decisionFunction(run.model()).ifPresent(function -> functions.put(run.key(), function));
            }
        }
        ReportData data = new EvaluatedPair(metrics, scores(runs))
                .report(
                        functions,
                        indices -> KeptImages.keep(
                                spark, images, indices, (name, content) -> content.writeTo(path(name))));
        try (OutputStream out = directory.newFile(SweepReport.FILE)) {
            ReportPage.write(data, out);
        }
    }

    private void write(Picture picture) throws IOException {
        for (PictureFormat format : PictureFormat.values()) {
            try (OutputStream out = directory.newFile(format.fileName(picture))) {
                format.write(picture, out);
            }
        }
    }

    private void writeTables(List<EvaluatedModel> runs) {
        Map<String, List<RocPoint>> roc = new LinkedHashMap<>();
        runs.forEach(
                run -> roc.put(run.key().detector(), RocPoint.of(run.curves().get(0), run.scores())));
        ScoreRows.scores(spark, scores(runs)).write().parquet(path("scores"));
        ScoreRows.roc(spark, roc).write().parquet(path("roc"));
    }

    private static Map<String, List<Score>> scores(List<EvaluatedModel> runs) {
        Map<String, List<Score>> scores = new LinkedHashMap<>();
        runs.forEach(run -> scores.put(run.key().detector(), run.scores()));
        return scores;
    }

    private String path(String part) {
        return directory.resolve(part).toString();
    }
}
