package dev.outsole.model;

import dev.outsole.UserError;
import dev.outsole.image.ImageShape;
import dev.outsole.image.PixelScale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Scores single images with a saved model, in plain Java: for a service. It needs no Spark, and is for any number of threads. Its numbers are
 * those of {@code PipelineModel.transform} to within 1e-6 of their range.
 */
public final class Scorer {
    private final ModelManifest manifest;
    private final List<Step> steps;
    private final Calibration.PValues pValues;

    private Scorer(ModelManifest manifest, List<Step> steps) {
        this.manifest = manifest;
        this.steps = steps;
        this.pValues = manifest.calibration().pValues();
    }

    /**
     * Reads and checks a model.
     *
     * @param directory such as {@code runs/…/models/autoencoder}, on the local disk
     * @throws UserError if it holds no model, or one that isn't as it was written
     */
    public static Scorer load(Path directory) {
        LocalFiles files = new LocalFiles(directory);
        ModelManifest manifest = ManifestFile.check(files, directory.toString());
        try {
            return new Scorer(
                    manifest,
                    new SavedNumbers(files, directory.toString(), manifest)
                            .stages().stream().map(Step::of).toList());
        } catch (IOException e) {
            throw new UserError(
                    "can't read the model in " + directory + " (" + e.getMessage() + ")" + ListedFiles.MEND, e);
        }
    }

    /** What the model is. */
    public ModelManifest manifest() {
        return manifest;
    }

    /**
     * Scores an image.
     *
     * @param pixels one unsigned byte each, row by row
     * @throws UserError if there are more or fewer than the model's images have
     */
    public ScoredImage score(byte[] pixels) {
        ImageShape shape = manifest.shape();
        if (pixels.length != shape.pixels()) {
            throw new UserError("an image of " + pixels.length + " pixels: the model's images are " + shape + " = "
                    + shape.pixels() + " pixels");
        }
        ImageState image = ImageState.of(PixelScale.toUnit(pixels));
        for (Step step : steps) {
            image = step.apply(image);
        }
        double decisionValue = image.decisionValue().orElseThrow();
        OptionalDouble pValue = manifest.calibration().isPresent()
                ? OptionalDouble.of(pValues.of(decisionValue))
                : OptionalDouble.empty();
        return new ScoredImage(decisionValue, pValue, image.embedding(), image.reconstructionError());
    }
}
