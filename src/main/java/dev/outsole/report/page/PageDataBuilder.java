package dev.outsole.report.page;

import dev.outsole.image.ImageClass;
import dev.outsole.report.page.PageData.ModelData;
import dev.outsole.report.page.PageData.PairData;
import dev.outsole.result.Score;
import dev.outsole.result.Training;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes what the page's script draws from. */
final class PageDataBuilder {
    private final ReportData data;
    private final PairMatrix matrix;

    PageDataBuilder(ReportData data) {
        this.data = data;
        this.matrix = new PairMatrix(data.classes(), data.results());
    }

    PageData build() {
        Map<String, ModelData> models = new LinkedHashMap<>();
        List<ModelData> packed = data.models().parallelStream().map(this::model).toList();
        for (int i = 0; i < packed.size(); i++) {
            ShownModel model = data.models().get(i);
            models.put(model.result().detector() + "/" + model.normal().label(), packed.get(i));
        }
        Map<String, PairData> pairs = new PairTables(data, matrix).all();
        List<Score> images =
                data.models().isEmpty() ? List.of() : data.models().get(0).scores();
        return new PageData(
                data.classes().names(),
                ClassOrder.bySimilarity(matrix).stream().map(ImageClass::label).toList(),
                matrix.detectors(),
                Packed.indices(images),
                Packed.labels(images),
                Sprite.of(data.images()),
                models,
                pairs,
                data.trend().map(trend -> new Nightly(trend).data(data.classes())).stream()
                        .toList(),
                pairs.size() == 1 ? pairs.keySet().iterator().next() : "");
    }

    private ModelData model(ShownModel model) {
        List<Score> scores = model.scores();
        Training training = model.result().training();
        Map<Integer, List<Integer>> mostNormal = new LinkedHashMap<>();
        Misranked.abnormals(data.classes(), model.result())
                .forEach(label -> mostNormal.put(label, Misranked.mostNormal(scores, label)));
        return new ModelData(
                Packed.decisionValues(scores),
                model.isPlanar() ? List.of(Packed.embedding(scores)) : List.of(),
                model.grid().map(Packed::grid).stream().toList(),
                training == null ? List.of() : training.loss(),
                training == null ? List.of() : training.validationLoss(),
                Misranked.mostAbnormal(scores, model.normal().label()),
                mostNormal);
    }
}
