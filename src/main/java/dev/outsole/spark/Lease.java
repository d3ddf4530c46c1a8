package dev.outsole.spark;

import dev.outsole.UserError;
import dev.outsole.work.Attempt;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A right that one process has at a time, kept as a file so that it works across machines. It lasts for some minutes and is renewed while
 * the process lives, so that the next one can take it over from a dead one: at once on the same machine, where it can be told that the
 * process is dead, and elsewhere when the lease has ended. Clocks of the machines should agree to within a minute. A program that is told
 * to end gives its leases back.
 *
 * <p>A process may be stopped for longer than its lease lasts, and go on. It therefore asks {@link #requireHeld()} before each step that
 * others see, and whoever takes the lease over removes what the one before has staged: if it is stopped between asking and renaming, it
 * finds nothing to rename. An object store renames nothing; there a file that it has begun to put may still come.
 *
 * <p>Nobody writes to another's file: the lease is taken over by creating the file with the next number, which only one can (see {@link
 * ExclusiveFile} for the stores where that holds).
 */
public final class Lease implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final int RENEWALS = 5;
    private static final int ATTEMPTS = 5;

    private final LeaseFolder folder;
    private final Duration length;
    private final LeaseHolder holder;
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(Lease::daemon);
    private final AtExit atExit;
    private long number;
    private Instant until = Instant.MIN;

    private Lease(LeaseFolder folder, Duration length, String run) {
        this.folder = folder;
        this.length = length;
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        this.holder = new LeaseHolder(
                UUID.randomUUID().toString(), run, HostName.ofThisMachine(), RunningProcess.current(), now, now);
        this.atExit = new AtExit(AtExit.Step.LEASES, this);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lease renewal");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Takes the lease, or fails at once.
     *
     * @param folder that is kept for it
     * @param run what it is needed for, told to others who want it
     * @throws UserError if another process has it; the message names that one
     */
    public static Lease take(Configuration hadoop, Path folder, String run, Duration length) throws IOException {
        Lease lease = new Lease(new LeaseFolder(hadoop, folder), length, run);
        boolean taken = false;
        try {
            for (int attempt = 0; attempt < ATTEMPTS && !taken; attempt++) {
                taken = lease.tryTake();
            }
        } finally {
            if (!taken) {
                lease.closeQuietly();
            }
        }
        if (!taken) {
            throw new UserError("others keep taking " + folder + ": try again when they have finished");
        }
        lease.renewWhileAlive();
        return lease;
    }

    private boolean tryTake() throws IOException {
        OptionalLong highest = folder.highest();
        if (highest.isPresent()) {
            requireOver(highest.getAsLong());
        }
        return tryTake(highest.orElse(0) + 1);
    }

    private void requireOver(long other) throws IOException {
        Optional<LeaseHolder> found = folder.holder(other);
        Instant now = Instant.now();
        if (found.isPresent() && !found.get().isOver(now)) {
            throw new UserError("busy with " + found.get().inWords()
                    + ": wait until it has finished; if it is dead, its lock ends at "
                    + found.get().until());
        }
        OptionalLong written = folder.written(other);
        if (found.isEmpty()
                && written.isPresent()
                && written.getAsLong() > now.minus(length).toEpochMilli()) {
            throw new UserError("busy with a run that is just starting: wait until it has finished");
        }
    }

    /** Whoever has listed the numbers before the last one was taken and given back may take one that is too low, or too high. */
    private boolean tryTake(long wanted) throws IOException {
        until = Instant.now().plus(length);
        if (!folder.take(wanted, holder.renewed(until))) {
            return false;
        }
        number = wanted;
        if (!isHeld() || folder.isTakenBelow(number)) {
            giveBack();
            return false;
        }
        folder.deleteBelow(number);
        return true;
    }

    private void renewWhileAlive() {
        long period = length.toMillis() / RENEWALS;
        Future<?> unused = renewals.scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
    }

    /** Whatever goes wrong, the next renewal is tried: one that threw would have been the last. */
    private synchronized void renew() {
        Attempt<Boolean> renewal = Attempt.run(() -> {
            if (isHeld()) {
                Instant next = Instant.now().plus(length);
                folder.rewrite(number, holder.renewed(next));
                until = next;
            }
        });
        if (renewal instanceof Attempt.Failed<Boolean> failed) {
            LOG.warn(
                    "the lock could not be renewed, and ends at {}: {}",
                    until,
                    failed.failure().reason());
        }
    }

    /** Whether the highest number is ours still. */
    synchronized boolean isHeld() throws IOException {
        OptionalLong highest = folder.highest();
        return highest.isPresent()
                && highest.getAsLong() == number
                && folder.holder(number)
                        .filter(found -> found.token().equals(holder.token()))
                        .isPresent();
    }

    /**
     * To be asked right before what only one may do.
     *
     * @throws UserError if the lease has ended, for want of renewal, or another process has taken it over
     */
    public synchronized void requireHeld() throws IOException {
        if (Instant.now().isAfter(until) || !isHeld()) {
            throw new UserError("the lock of run " + holder.run()
                    + " has ended meanwhile, and another run may have begun: nothing was changed; start it again");
        }
    }

    /**
     * Does what needs it. Whoever takes it over removes what was staged, at which this may fail in any way: then that is told.
     *
     * @throws UserError if the work has failed, and the lease has ended meanwhile
     */
    public <T> T during(Attempt.Work<T> work) {
        Attempt<T> attempt = Attempt.of(work);
        if (attempt instanceof Attempt.Failed<T>) {
            lost().ifPresent(lost -> {
                throw lost;
            });
        }
        return attempt.orThrow();
    }

    /** What is to be told if it has ended. */
    Optional<UserError> lost() {
        return Attempt.run(this::requireHeld) instanceof Attempt.Failed<Boolean> failed
                ? failed.failure().userError()
                : Optional.empty();
    }

    /** Gives it back. */
    @Override
    public synchronized void close() throws IOException {
        atExit.close();
        renewals.shutdownNow();
        giveBack();
    }

    /** Gives it back where something else is wrong already. */
    void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            LOG.warn(
                    "the lock of run {} could not be given back, and ends at {}: {}",
                    holder.run(),
                    until,
                    e.toString());
        }
    }

    private void giveBack() throws IOException {
        if (folder.holder(number)
                .filter(found -> found.token().equals(holder.token()))
                .isPresent()) {
            folder.delete(number);
        }
    }
}
