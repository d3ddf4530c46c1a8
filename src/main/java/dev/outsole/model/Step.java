package dev.outsole.model;

import dev.outsole.UserError;
import dev.outsole.autoencoder.Reconstruction;
import dev.outsole.autoencoder.TrainedNetwork;
import dev.outsole.distance.DistanceLimit;
import dev.outsole.gaussian.GaussianFunction;
import dev.outsole.neighbour.NeighbourFunction;
import dev.outsole.pixel.PixelFeatures;
import dev.outsole.svm.DecisionFunction;
import dev.outsole.tensor.StageNumbers;

/** A stage of a model, applied to one image. */
sealed interface Step {

    /** Takes the image further. */
    ImageState apply(ImageState image);

    /** The step that these numbers make. */
    static Step of(StageNumbers numbers) {
        return switch (numbers.kind()) {
            case StageForm.AUTOENCODER -> new Encoding(StageForm.network(numbers));
            case StageForm.ONE_CLASS_SVM -> new Decision(StageForm.decisionFunction(numbers));
            case StageForm.PIXEL_FEATURES -> new Preparation(StageForm.pixelFeatures(numbers));
            case StageForm.NEAREST_NEIGHBOURS -> new Proximity(StageForm.neighbourFunction(numbers));
            case StageForm.GAUSSIAN -> new Gaussian(StageForm.gaussian(numbers));
            case StageForm.ERROR_LIMIT -> new ErrorDecision(StageForm.limit(numbers));
            default ->
                throw new UserError("the model has a stage '" + numbers.kind()
                        + "' that this version can't score single images by");
        };
    }

    /** To the bottleneck; and to the output, to see how much was lost. */
    record Encoding(TrainedNetwork network) implements Step {
        @Override
        public ImageState apply(ImageState image) {
            Reconstruction reconstruction = network.reconstruct(new float[][] {image.features()});
            return image.embedded(reconstruction.embedding()[0], reconstruction.error()[0]);
        }
    }

    /** The last step. */
    record Decision(DecisionFunction function) implements Step {
        @Override
        public ImageState apply(ImageState image) {
            return image.decided(function.values(new float[][] {image.features()})[0]);
        }
    }

    /** What is compared of the image; and how complex it is, for a later step that wants to know. */
    record Preparation(PixelFeatures pixels) implements Step {
        @Override
        public ImageState apply(ImageState image) {
            return image.prepared(pixels.of(image.features()), pixels.complexity(image.features()));
        }
    }

    /** The last step of another kind of model. */
    record Proximity(NeighbourFunction function) implements Step {
        @Override
        public ImageState apply(ImageState image) {
            double[] complexity = function.expected().needsComplexity()
                    ? new double[] {image.complexity().orElseThrow()}
                    : new double[0];
            return image.decided(function.values(new float[][] {image.features()}, complexity)[0]);
        }
    }

    /** The last step, by the distance from a mean. */
    record Gaussian(GaussianFunction function) implements Step {
        @Override
        public ImageState apply(ImageState image) {
            return image.decided(function.values(new float[][] {image.features()})[0]);
        }
    }

    /** The last step, by the error of the reconstruction before. */
    record ErrorDecision(DistanceLimit limit) implements Step {
        @Override
        public ImageState apply(ImageState image) {
            return image.withoutEmbedding()
                    .decided(limit.decisionValue(image.reconstructionError().orElseThrow()));
        }
    }
}
