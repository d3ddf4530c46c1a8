package dev.outsole.job;

import dev.outsole.history.Night;
import java.time.LocalDate;

/**
 * A run that the history names.
 *
 * @param date of its night
 * @param run id of the sweep, the name of its run directory
 * @param directory of the run, with its file system
 */
record NightRun(LocalDate date, String run, String directory) {

    static NightRun of(Night night) {
        return new NightRun(night.date(), night.run(), night.directory());
    }
}
