package dev.outsole.spark;

import java.time.Instant;

/**
 * The contents of a {@link Lease}'s file: who has it.
 *
 * @param token drawn at random, different for each that ever had it
 * @param run what it is needed for
 * @param since ISO 8601, UTC
 * @param until ISO 8601, UTC: unless renewed before, anybody may take it over then
 */
record LeaseHolder(String token, String run, String host, String since, String until) {

    LeaseHolder renewed(Instant end) {
        return new LeaseHolder(token, run, host, since, end.toString());
    }

    boolean isOver(Instant now) {
        return Instant.parse(until).isBefore(now);
    }

    /** {@code run 20261124T020000Z-sweep on node-7 since 2026-11-24T02:00:00Z}. */
    String inWords() {
        return "run " + run + " on " + host + " since " + since;
    }
}
