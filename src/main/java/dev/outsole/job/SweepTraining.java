package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.sweep.ModelKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the models of a sweep side by side, so many at once. One that fails doesn't keep the others from finishing. */
final class SweepTraining {
    private static final Logger LOG = LoggerFactory.getLogger(SweepTraining.class);

    private final Consumer<ModelKey> work;
    private final IntSupplier concurrency;
    private final Progress progress;
    private final Map<String, String> failed = new TreeMap<>();
    private int running;
    private int done;

    /**
     * @param work fits one model; called from several threads
     * @param concurrency how many models may be trained at once; asked every second, since a cluster may grow
     */
    SweepTraining(Consumer<ModelKey> work, IntSupplier concurrency, Progress progress) {
        this.work = work;
        this.concurrency = concurrency;
        this.progress = progress;
    }

    /** Takes the models in their order; gives those that failed, by path, with their reason. */
    Map<String, String> run(List<ModelKey> models) throws InterruptedException {
        int threads = concurrency.getAsInt();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, Integer.MAX_VALUE, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        try {
            models.forEach(model -> pool.execute(() -> run(model, models.size())));
            pool.shutdown();
            while (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
                pool.setCorePoolSize(concurrency.getAsInt());
            }
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
