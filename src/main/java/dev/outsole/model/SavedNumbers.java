package dev.outsole.model;

import dev.outsole.UserError;
import dev.outsole.tensor.StageNumbers;
import dev.outsole.tensor.TensorFile;
import dev.outsole.tensor.legacy.NumbersBin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of all stages of a model, without Spark.
 *
 * @param place of the directory, for messages
 */
record SavedNumbers(ModelFiles files, String place, ModelManifest manifest) {
    /** Spark names stages by their place in the pipeline, with zeros in front where there are ten or more. */
    private static final Pattern STAGE = Pattern.compile("(stages/\\d+_[^/]+/).*");

    /**
     * In the order in which they are applied.
     *
     * @throws UserError if a stage has none
     */
    List<StageNumbers> stages() throws IOException {
        if (manifest.files().containsKey(NumbersBin.NAME)) {
            return NumbersBin.read(files.open(NumbersBin.NAME));
        }
        List<StageNumbers> stages = new ArrayList<>();
        for (String folder : folders()) {
            String file = folder + TensorFile.NAME;
            if (!manifest.files().containsKey(file)) {
                throw new UserError("the model in " + place + " (" + manifest.detector() + ") has no " + file
                        + ", since that stage is one that only Spark can apply: score with Spark");
            }
            stages.add(TensorFile.read(files.open(file)));
        }
        return stages;
    }

    private SortedSet<String> folders() {
        TreeSet<String> folders = new TreeSet<>();
        for (String file : manifest.files().keySet()) {
            Matcher matcher = STAGE.matcher(file);
            if (matcher.matches()) {
                folders.add(matcher.group(1));
            }
        }
        return folders;
    }
}
