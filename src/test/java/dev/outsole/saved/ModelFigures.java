package dev.outsole.saved;

import dev.outsole.model.ScoredImage;
import dev.outsole.model.Scorer;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a saved model gives for the test images of {@link FixtureImages}, with Spark and without.
 *
 * @param stages of the pipeline, in their order
 * @param decisionValues one for each image
 * @param embeddings one for each image, or none
 * @param withoutSpark the decision values of {@link Scorer}
 * @param pValues of {@link Scorer}
 */
record ModelFigures(
        List<StageFigures> stages,
        List<Double> decisionValues,
        List<List<Float>> embeddings,
        List<Double> withoutSpark,
        List<Double> pValues) {

    static ModelFigures of(SparkSession spark, java.nio.file.Path directory) {
        PipelineModel model = PipelineModel.load(directory.toString());
        Scorer scorer = Scorer.load(directory);
        List<Row> rows =
                model.transform(FixtureImages.test(spark)).orderBy("index").collectAsList();
        List<ScoredImage> scored =
                FixtureImages.test().stream().map(scorer::score).toList();
        boolean embeds = Arrays.asList(rows.get(0).schema().fieldNames()).contains("embedding");
        return new ModelFigures(
                Arrays.stream(model.stages()).map(StageFigures::of).toList(),
                rows.stream().map(row -> row.<Double>getAs("decision_value")).toList(),
                embeds
                        ? rows.stream()
                                .map(row -> row.<Float>getList(row.fieldIndex("embedding")))
                                .toList()
                        : List.of(),
                scored.stream().map(ScoredImage::decisionValue).toList(),
                scored.stream().map(image -> image.pValue().orElseThrow()).toList());
    }
}
