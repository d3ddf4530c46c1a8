package dev.outsole.cli;

import dev.outsole.notice.NightNotice;
import dev.outsole.spark.ForeignExit;
import dev.outsole.work.Attempt;
import dev.outsole.work.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.spark.util.SignalUtils;

/**
 * Tells of a night once, however the program ends: by the night's own end, by whatever it throws, by a signal, or because another thread ends
 * the JVM. A program that is killed with SIGKILL tells nothing.
 */
final class EndOfNight {
    private static final Duration USUAL = Duration.ofSeconds(50);
    /** Whoever sends a signal sends SIGKILL some time later: Kubernetes after 30 seconds, systemd after 90. */
    private static final Duration HURRIED = Duration.ofSeconds(10);

    private static final Map<String, Integer> SIGNALS = Map.of("HUP", 1, "INT", 2, "TERM", 15);
    private static final int FIRST_OF_SIGNALS = 128;

    private final NightNotice notice;
    private final ReentrantLock telling = new ReentrantLock();
    private volatile Optional<String> signal = Optional.empty();
    private boolean told;

    EndOfNight(NightNotice notice) {
        this.notice = notice;
    }

    /** Also tells of signals from now on; they end the JVM as ever. */
    EndOfNight watchingSignals() {
        SIGNALS.keySet()
                .forEach(name -> SignalUtils.register(name, () -> {
                    signalled(name);
                    return false; // go on with what the JVM does itself
                }));
        return this;
    }

    void signalled(String name) {
        signal = Optional.of(name);
    }

    /**
     * Runs a night and tells how it has ended.
     *
     * @param night gives the exit code; whatever it throws is thrown on
     */
    int of(Attempt.Work<Integer> night) {
        Thread hook = new Thread(this::endedFromOutside, "end of night");
        Runtime.getRuntime().addShutdownHook(hook);
        ForeignExit.await(hook);
        Attempt<Integer> attempt = Attempt.of(night);
        if (attempt instanceof Attempt.Failed<Integer> failed) {
            Failure failure = failed.failure();
            tell(failure.exitCode(), Optional.of(failure.reason()), USUAL);
        } else {
            tell(attempt.orThrow(), Optional.empty(), USUAL);
        }
        Attempt.run(() -> Runtime.getRuntime().removeShutdownHook(hook)); // fails if it is running already
        return attempt.orThrow();
    }

    /** The JVM is ending, and the night's own thread with it. */
    void endedFromOutside() {
        tell(Failure.FAILED, Optional.of("the program was ended before the night was over: see its log"), HURRIED);
    }

    /** A signal is behind whatever goes wrong after it. */
    private void tell(int exitCode, Optional<String> reason, Duration limit) {
        if (signal.isPresent()) {
            String name = signal.get();
            tellOnce(FIRST_OF_SIGNALS + SIGNALS.getOrDefault(name, 0), Optional.of("ended by SIG" + name), HURRIED);
        } else {
            tellOnce(exitCode, reason, limit);
        }
    }

    /** Two threads may want to tell at once: the second waits until the first has done it, for the JVM ends when its hooks have. */
    private void tellOnce(int exitCode, Optional<String> reason, Duration limit) {
        if (!waitsForTurn()) {
            return;
        }
        try {
            if (!told) {
                told = true;
                notice.tell(exitCode, reason, limit);
            }
        } finally {
            telling.unlock();
        }
    }

    private boolean waitsForTurn() {
        Attempt<Boolean> turn = Attempt.of(() -> telling.tryLock(HURRIED.toSeconds(), TimeUnit.SECONDS));
        return turn instanceof Attempt.Done<Boolean> done ? done.value() : telling.tryLock();
    }
}
