package dev.outsole.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which night is to be evaluated.
 *
 * @param replace whether it may take the place of one that the history has for this date
 * @param metricsFile local file that gets the night's metrics
 */
public record NightlyRequest(LocalDate date, boolean replace, Optional<Path> metricsFile) {}
