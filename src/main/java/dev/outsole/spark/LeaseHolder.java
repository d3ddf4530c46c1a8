package dev.outsole.spark;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a {@link Lease}'s file: who has it.
 *
 * @param token drawn at random, different for each that ever had it
 * @param run what it is needed for
 * @param process that has it; absent in files of version 0.1
 * @param since ISO 8601, UTC
 * @param until ISO 8601, UTC: unless renewed before, anybody may take it over then
 */
record LeaseHolder(
        String token, String run, String host, @Nullable RunningProcess process, String since, String until) {

    LeaseHolder renewed(Instant end) {
        return new LeaseHolder(token, run, host, process, since, end.toString());
    }

    /** Whether the lease may be taken over. */
    boolean isOver(Instant now) {
        return Instant.parse(until).isBefore(now) || (process != null && process.hasCertainlyEnded());
    }

    /** Whether nothing of it is needed any more. A process that is merely stopped keeps what it has until its lease is wanted. */
    boolean isGone(Instant now) {
        return isOver(now) && (process == null || !process.certainlyRuns());
    }

    /** {@code run 20261124T020000Z-sweep on node-7 (process 4711) since 2026-11-24T02:00:00Z}. */
    String inWords() {
        String number = process == null ? "" : " (process " + process.number() + ")";
        return "run " + run + " on " + host + number + " since " + since;
    }
}
