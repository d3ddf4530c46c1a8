package dev.outsole.autoencoder;

import dev.outsole.InvalidSetting;
import java.io.Serializable;

/**
 * What is done against a collapse of the embedding, in which a ReLU unit of the bottleneck dies.
 *
 * @param bottleneckBias where the bottleneck's biases start: well above 0 its units start out switched on and hardly ever die; 0 is the
 *     tutorial's start, with which every third training ends with a dead one
 * @param maxRestarts how often a collapsed training may start again from another initialisation, at least 0
 * @param allowCollapsed whether a training that has used up its restarts goes on and is marked as collapsed, instead of ending in an error
 */
public record CollapseOptions(double bottleneckBias, int maxRestarts, boolean allowCollapsed) implements Serializable {
    public static final CollapseOptions DEFAULT = new CollapseOptions(6, 10, false);

    public CollapseOptions {
        if (!Double.isFinite(bottleneckBias)) {
            throw new InvalidSetting("bottleneckBias", bottleneckBias, "give a finite number, such as 0");
        }
        if (maxRestarts < 0) {
            throw new InvalidSetting("maxRestarts", maxRestarts, "give a whole number of at least 0");
        }
    }
}
