package dev.outsole.job;

import java.time.LocalDate;
import java.util.List;

/**
 * Which figures are accepted as a new baseline.
 *
 * @param date of the night that it begins with
 * @param detectors names; empty for all that the night has
 * @param why the reason
 */
public record AcceptRequest(LocalDate date, List<String> detectors, String why) {

    public AcceptRequest {
        detectors = List.copyOf(detectors);
    }
}
