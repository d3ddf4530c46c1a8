package dev.outsole.job;

import dev.outsole.result.SvmFit;
import dev.outsole.result.Training;
import dev.outsole.spark.AutoencoderModel;
import dev.outsole.spark.AutoencoderSummary;
import dev.outsole.spark.OneClassSvmModel;
import dev.outsole.spark.OneClassSvmSummary;
import dev.outsole.svm.DecisionFunction;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.ml.PipelineModel;
import org.jspecify.annotations.Nullable;

/** What the results say of a pipeline that has just been fitted. */
final class ModelFacts {

    private ModelFacts() {}

    /** Of its one-class SVM; {@code null} if it has none. */
    static @Nullable SvmFit svm(PipelineModel model) {
        return stage(model, OneClassSvmModel.class).map(ModelFacts::svm).orElse(null);
    }

    /** That of its one-class SVM, if it has one. */
    static Optional<DecisionFunction> decisionFunction(PipelineModel model) {
        return stage(model, OneClassSvmModel.class).map(OneClassSvmModel::decisionFunction);
    }

    /** Of its autoencoder's training; {@code null} if it has none. */
    static @Nullable Training training(PipelineModel model) {
        return stage(model, AutoencoderModel.class).map(ModelFacts::training).orElse(null);
    }

    private static <T> Optional<T> stage(PipelineModel model, Class<T> type) {
        return Arrays.stream(model.stages())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static SvmFit svm(OneClassSvmModel model) {
        DecisionFunction function = model.decisionFunction();
        OneClassSvmSummary summary = model.summary().orElseThrow();
        return new SvmFit(
                function.gamma(),
                function.rho(),
                function.supportVectorCount(),
                summary.trainingRows(),
                summary.availableRows(),
                function.isConstant());
    }

    private static Training training(AutoencoderModel model) {
        AutoencoderSummary summary = model.summary().orElseThrow();
        return new Training(
                summary.loss().size(),
                summary.loss(),
                summary.validationLoss(),
                summary.finalLoss(),
                summary.deadUnits(),
                summary.collapsed(),
                summary.seed(),
                summary.restarts().stream()
                        .map(restart -> new Training.Restart(restart.seed(), restart.epoch(), restart.seconds()))
                        .toList());
    }
}
