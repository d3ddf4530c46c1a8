package dev.outsole.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;

/** Waits until a run that goes on has logged something. */
final class Progress {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Progress() {}

    static void await(Process process, Path log, String words) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains(words)) {
            boolean going = process.isAlive() && System.nanoTime() < end;
            Assertions.assertThat(going).as(Files.readString(log)).isTrue();
            Thread.sleep(10);
        }
    }
}
