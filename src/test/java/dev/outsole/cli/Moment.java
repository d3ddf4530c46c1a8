package dev.outsole.cli;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A moment at which a program is disturbed.
 *
 * @param after what has to be seen first
 * @param milliseconds from then on
 */
record Moment(int number, Disturbance what, Begin after, int milliseconds) {

    /** What is seen of a program's work, and for how long in milliseconds; that is short where the work is. */
    enum Begin {
        /** It has the right to write. */
        LEASE(0),
        /** It has begun to write something aside. */
        STAGED(500),
        /** All of that is there: what makes it a result is next. */
        COMMIT(20);

        private final int span;

        Begin(int span) {
            this.span = span;
        }
    }

    /** How many there are; a few at each build, many with {@code -Doutsole.kills=50}. */
    private static final int COUNT = Integer.getInteger("outsole.kills", 4);

    private static final int SEED = Integer.getInteger("outsole.seed", 1);

    /**
     * The moments of one test, the same each time.
     *
     * @param longest milliseconds that the work takes from its lease on
     */
    static Stream<Moment> some(int longest) {
        SplittableRandom random = new SplittableRandom(SEED);
        return Stream.iterate(0, number -> number < COUNT, number -> number + 1)
                .map(number -> draw(number, longest, random));
    }

    private static Moment draw(int number, int longest, SplittableRandom random) {
        Disturbance what = Disturbance.values()[number % Disturbance.values().length];
        Begin begin = Begin.values()[random.nextInt(Begin.values().length)];
        return new Moment(number, what, begin, random.nextInt(begin.span == 0 ? longest : begin.span));
    }

    /** For the log of the tests. */
    String told(boolean inTime) {
        return "%d: %s %d ms after %s, %s"
                .formatted(number, what, milliseconds, after, inTime ? "in time" : "after the work");
    }
}
