package dev.outsole.job;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A point in time as the names of run directories have it, in UTC: {@code 20261124T130456Z}. */
final class RunTime {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunTime() {}

    static String of(Instant time) {
        return FORMAT.format(time);
    }
}
