package dev.outsole.cluster;

import java.util.stream.Stream;

/** Commands that the tests run everywhere, as words. */
final class Command {
    /** Two workers: on a cluster two executors, embedded two threads. */
    static final String[] EVALUATE = {"evaluate", "--epochs=4", "--workers=2", "--seed=3"};

    static final String[] SWEEP = {"sweep", "--normal=sandal,bag", "--abnormal=sneaker,bag", "--epochs=1", "--seed=3"};

    private Command() {}

    static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }
}
