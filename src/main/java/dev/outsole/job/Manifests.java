package dev.outsole.job;

import dev.outsole.config.Settings;
import dev.outsole.detector.Detector;
import dev.outsole.image.ImageClass;
import dev.outsole.model.Calibration;
import dev.outsole.model.ModelManifest;
import dev.outsole.spark.TableInfo;

/** Says of models where they come from: of those that have learnt one class, under one seed. */
record Manifests(Settings settings, TableInfo images, ImageClass normal, long seed) {

    ModelManifest of(Detector detector, Calibration calibration) {
        return ModelManifest.of(
                Build.current(),
                detector.key(),
                normal.name(),
                images.classes(),
                images.shape(),
                seed,
                settings.asText(),
                images.sha256(),
                calibration);
    }
}
