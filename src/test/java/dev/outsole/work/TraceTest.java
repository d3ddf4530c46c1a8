package dev.outsole.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.spark.ParquetFiles;
import dev.outsole.spark.TestSession;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static Throwable thrown(Attempt<?> attempt) {
        return ((Attempt.Failed<?>) attempt).failure().thrown();
    }

    private static Throwable failing(Throwable thrown) {
        return thrown(Attempt.of(() -> {
            throw thrown;
        }));
    }

    private static IllegalStateException made() {
        return new IllegalStateException("boom");
    }

    private static IllegalStateException madeOnAnotherThread() throws InterruptedException {
        AtomicReference<IllegalStateException> made = new AtomicReference<>(made());
        Thread thread = new Thread(() -> made.set(made()));
        thread.start();
        thread.join();
        return made.get();
    }

    private static long framesOf(Throwable thrown, String method) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().equals(TraceTest.class.getName()))
                .filter(frame -> frame.getMethodName().equals(method))
                .count();
    }

    @Test
    void whatWasMadeOnAnotherThreadLeadsToThisOneAsWell() throws InterruptedException {
        Throwable thrown = failing(madeOnAnotherThread());

        assertThat(thrown.getStackTrace()[0].getMethodName()).isEqualTo("made");
        assertThat(framesOf(thrown, "whatWasMadeOnAnotherThreadLeadsToThisOneAsWell"))
                .isEqualTo(1);
    }

    @Test
    void whatWasThrownHereStaysAsItWas() {
        Attempt<Boolean> outer = Attempt.run(() -> Attempt.run(() -> {
                    throw made();
                })
                .orThrow());

        assertThat(framesOf(thrown(outer), "whatWasThrownHereStaysAsItWas")).isEqualTo(1);
    }

    /** Spark looks for paths on threads of its own. */
    @Test
    void aPathThatIsNotThereTellsWhoWantedIt() {
        Throwable thrown = thrown(Attempt.of(() -> ParquetFiles.read(TestSession.spark(), new Path("/not/there"))));

        assertThat(thrown).isInstanceOf(AnalysisException.class).hasMessageContaining("/not/there");
        assertThat(framesOf(thrown, "aPathThatIsNotThereTellsWhoWantedIt")).isEqualTo(1);
        assertThat(thrown).hasStackTraceContaining("dev.outsole.spark.ParquetFiles.read");
    }
}
