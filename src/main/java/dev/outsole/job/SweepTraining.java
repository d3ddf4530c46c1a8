package dev.outsole.job;

import dev.outsole.sweep.ModelKey;
import dev.outsole.work.Attempt;
import dev.outsole.work.Failure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the models of a sweep side by side, so many at once. One that fails doesn't keep the others from finishing. */
final class SweepTraining {
    private static final Logger LOG = LoggerFactory.getLogger(SweepTraining.class);

    private final Work work;
    private final IntSupplier concurrency;
    private final Progress progress;
    private final Map<String, String> failed = new TreeMap<>();
    private boolean interrupted;
    private int running;
    private int done;

    /** What is done for one model, from several threads. It may throw whatever it likes. */
    @FunctionalInterface
    interface Work {
        void run(ModelKey model) throws Throwable;
    }

    /**
     * @param work fits one model
     * @param concurrency how many models may be trained at once; asked every second, since a cluster may grow
     */
    SweepTraining(Work work, IntSupplier concurrency, Progress progress) {
        this.work = work;
        this.concurrency = concurrency;
        this.progress = progress;
    }

    /**
     * Takes the models in their order; gives those that failed, by path, with their reason.
     *
     * @throws InterruptedException if this thread is told to stop, or one that trains a model: none is begun any more then
     */
    Map<String, String> run(List<ModelKey> models) throws InterruptedException {
        int threads = concurrency.getAsInt();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, Integer.MAX_VALUE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        try {
            models.forEach(model -> pool.execute(() -> run(pool, model, models.size())));
            pool.shutdown();
            while (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
                pool.setCorePoolSize(concurrency.getAsInt());
            }
            return result();
        } finally {
            pool.shutdownNow();
        }
    }

    private synchronized Map<String, String> result() throws InterruptedException {
        if (interrupted) {
            throw new InterruptedException("a model's training was interrupted; the sweep has stopped");
        }
        return failed;
    }

    private void run(ThreadPoolExecutor pool, ModelKey model, int total) {
        Attempt<Boolean> attempt = Attempt.run(() -> {
                    began(model, total);
                    work.run(model);
                })
                .andFinally(() -> ended(model, total));
        if (attempt instanceof Attempt.Failed<Boolean> failure) {
            failed(pool, model, failure.failure());
        }
    }

    private synchronized void failed(ThreadPoolExecutor pool, ModelKey model, Failure failure) {
        failed.put(model.path(), failure.reason());
        if (failure.isInterruption()) {
            interrupted = true;
            pool.shutdownNow();
        } else if (failure.userError().isEmpty()) {
            LOG.error("{} failed", model, failure.thrown());
        }
    }

    private synchronized void began(ModelKey model, int total) {
        running++;
        show("just begun: " + model, total);
    }

    private synchronized void ended(ModelKey model, int total) {
        running--;
        done++;
        show("just ended: " + model, total);
    }

    /** The most important first: a narrow terminal leaves the rest out. */
    private void show(String last, int total) {
        String failures = failed.isEmpty() ? "" : failed.size() + " failed, ";
        String waiting = (total - done - running) + " waiting";
        progress.advance("models", done, total, failures + running + " training, " + waiting + ", " + last);
    }
}
