package dev.outsole.config;

import dev.outsole.InvalidSetting;
import dev.outsole.history.GateOptions;
import java.util.Map;

/**
 * What {@code nightly} needs to know besides the sweep.
 *
 * @param history folder of the history
 * @param retain nights whose run directories are kept; 0: all
 * @param notifyUrlFile file with the URL that is told of the outcome; empty if there is none
 * @param defaults value of every setting as packaged, by dotted key: what nights that don't name it stand for
 */
public record NightlySettings(
        String history, int retain, GateOptions gate, String notifyUrlFile, Map<String, String> defaults) {

    public NightlySettings {
        defaults = Map.copyOf(defaults);
        if (retain < 0) {
            throw new InvalidSetting(
                    "retain", retain, "give the number of nights whose run directories are kept, or 0 to keep all");
        }
    }
}
