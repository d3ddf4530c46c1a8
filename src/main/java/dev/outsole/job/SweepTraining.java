package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.sweep.ModelKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the models of a sweep side by side, so many at once. One that fails doesn't keep the others from finishing. */
final class SweepTraining {
    private static final Logger LOG = LoggerFactory.getLogger(SweepTraining.class);

    private final Consumer<ModelKey> work;
    private final int concurrency;
    private final Progress progress;
    private final Map<String, String> failed = new TreeMap<>();
    private int running;
    private int done;

    /** @param work fits one model; called from several threads */
    SweepTraining(Consumer<ModelKey> work, int concurrency, Progress progress) {
        this.work = work;
        this.concurrency = concurrency;
        this.progress = progress;
    }

    /** Takes the models in their order; gives those that failed, by path, with their reason. */
    Map<String, String> run(List<ModelKey> models) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(concurrency);
        try {
            models.forEach(model -> pool.execute(() -> run(model, models.size())));
            pool.shutdown();
            pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            return failed;
        } finally {
            pool.shutdownNow();
        }
    }

    private void run(ModelKey model, int total) {
        began(total);
        try {
            work.accept(model);
        } catch (UserError e) {
            failed(model, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed", model, e);
            failed(model, e.toString());
        } finally {
            ended(total);
        }
    }

    private synchronized void failed(ModelKey model, String reason) {
        failed.put(model.path(), reason);
    }

    private synchronized void began(int total) {
        running++;
        show(total);
    }

    private synchronized void ended(int total) {
        running--;
        done++;
        show(total);
    }

    private void show(int total) {
        String failures = failed.isEmpty() ? "" : ", " + failed.size() + " failed";
        progress.advance(
                "models", done, total, running + " training, " + (total - done - running) + " waiting" + failures);
    }
}
