package dev.outsole.job;

import dev.outsole.sweep.ModelKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has become of the models of a sweep: each one that was planned is kept or has failed.
 *
 * @param kept whether a model is in the run directory, whole
 */
record ModelAccount(List<ModelKey> planned, Predicate<ModelKey> kept) {
    private static final Logger LOG = LoggerFactory.getLogger(ModelAccount.class);

    ModelAccount {
        planned = List.copyOf(planned);
    }

    /**
     * Those that have failed, by path. A model that is kept has not: what went wrong then, did after its commit.
     *
     * @param thrown reasons of models whose work has thrown, by path
     * @throws IllegalStateException if a model is neither kept nor failed
     */
    Map<String, String> failures(Map<String, String> thrown) {
        Map<String, String> failures = new TreeMap<>(thrown);
        Map<String, ModelKey> missing = new LinkedHashMap<>();
        planned.forEach(model -> missing.put(model.path(), model));
        for (ModelKey model : planned) {
            if (kept.test(model)) {
                missing.remove(model.path());
                String reason = failures.remove(model.path());
                if (reason != null) {
                    LOG.warn("{} is kept, though after that this went wrong: {}", model, reason);
                }
            }
        }
        missing.keySet().removeAll(failures.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException(missing.size() + " of " + planned.size()
                    + " models were neither kept nor did they fail: "
                    + missing.values().stream().map(ModelKey::toString).collect(Collectors.joining(", ")));
        }
        return failures;
    }
}
