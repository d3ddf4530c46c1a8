package dev.outsole.job;

import dev.outsole.UserError;
import java.util.Optional;

/**
 * Which figures of the history are wanted.
 *
 * @param last so many nights, the last ones
 * @param detector that alone, or all
 * @param pair that alone, {@code normal/abnormal} by their names, or the mean over all pairs
 */
public record HistoryRequest(int last, Optional<String> detector, Optional<String> pair) {

    public HistoryRequest {
        if (last < 1) {
            throw new UserError("--last " + last + ": give a number of nights, at least 1");
        }
        pair.ifPresent(text -> {
            if (!text.matches("[^/]+/[^/]+")) {
                throw new UserError(
                        "--pair " + text + ": give the normal and the abnormal class, such as sandal/sneaker");
            }
        });
    }
}
