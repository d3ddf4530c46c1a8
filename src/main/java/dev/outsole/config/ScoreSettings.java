package dev.outsole.config;

import dev.outsole.InvalidSetting;
import dev.outsole.raster.PictureLimits;

/**
 * Everything that {@code score} needs to know.
 *
 * @param model directory of a saved model
 * @param input where the images are
 * @param output directory that gets the scores
 * @param falseAlarmRate share of normal images that may be called abnormal, in (0, 1)
 * @param strict whether an image that can't be scored is an error, for which nothing is written
 * @param limit how many images may be rejected
 * @param pictures what a picture may be at most
 */
public record ScoreSettings(
        String model,
        String input,
        String output,
        double falseAlarmRate,
        boolean strict,
        RejectionLimit limit,
        PictureLimits pictures) {

    public ScoreSettings {
        if (!(falseAlarmRate > 0 && falseAlarmRate < 1)) {
            throw new InvalidSetting("falseAlarmRate", falseAlarmRate, "give a number between 0 and 1, such as 0.05");
        }
    }
}
