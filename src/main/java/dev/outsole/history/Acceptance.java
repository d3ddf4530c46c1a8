package dev.outsole.history;

import dev.outsole.UserError;
import java.time.LocalDate;
import java.util.List;

/**
 * Somebody's word that a night's figures are as they should be: from that night on they are the baseline, and no night before it counts.
 *
 * @param date of the night, ISO 8601
 * @param run that the night was made by; of a night that was replaced since, the word is void
 * @param detectors whose figures are accepted, at least one
 * @param why in one line
 * @param who the user's name
 * @param when it was said, ISO 8601, UTC
 */
public record Acceptance(String date, String run, List<String> detectors, String why, String who, String when) {

    public Acceptance {
        detectors = List.copyOf(detectors);
        why = why.strip().replaceAll("\\s+", " ");
        if (why.isEmpty()) {
            throw new UserError("--why is empty: say what was changed, and why");
        }
    }

    LocalDate day() {
        return LocalDate.parse(date);
    }

    /** Whether it is about one of these nights, as the history has them now. */
    boolean isOfOne(List<Night> nights) {
        LocalDate day = day();
        return nights.stream()
                .anyMatch(night -> night.date().equals(day) && night.run().equals(run));
    }

    /** Why, and who says so when. */
    String reason() {
        return why + " (" + who + ", " + when + ")";
    }

    /** In a line, such as {@code pixels: new baseline from 2026-11-24 on: gamma is 0.02 now (anna, 2026-11-25T08:00:00Z)}. */
    public String text() {
        return String.join(", ", detectors) + ": new baseline from " + date + " on: " + reason();
    }
}
