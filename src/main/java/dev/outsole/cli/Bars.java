package dev.outsole.cli;

import java.io.PrintStream;
import java.util.OptionalInt;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jspecify.annotations.Nullable;

/** Progress for people: one line that is drawn over, by carriage returns alone, without any escape sequence. */
final class Bars extends TerminalProgress {
    private final PrintStream out;
    private final OptionalInt columns;
    private @Nullable ProgressBar bar;
    private boolean closed;

    /** @param columns as the user has set them; without them the terminal is asked */
    Bars(PrintStream out, OptionalInt columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public synchronized void step(String name) {
        end();
        if (closed) {
            return;
        }
        ProgressBarConsumer line = line();
        int width = line.getMaxRenderedLength();
        if (name.length() > width) { // the terminal wraps it, and nothing is drawn over it
            out.print("\r" + " ".repeat(width) + "\r");
            out.println(name);
        } else {
            bar = builder(name, -1, line).build(); // without a length it shows the time that has passed
        }
    }

    /** The bar of the step, or a new one. */
    @Override
    public synchronized void advance(String name, int done, int total, String detail) {
        if (closed) {
            return;
        }
        if (bar == null || bar.getMax() != total) {
            end();
            bar = builder(name, total, line()).build();
        }
        bar.stepTo(done);
        bar.setExtraMessage(detail);
    }

    private ProgressBarConsumer line() {
        return columns.isPresent()
                ? new ConsoleProgressBarConsumer(out, columns.getAsInt() - 1) // in the last one some terminals wrap
                : new ConsoleProgressBarConsumer(out);
    }

    private static ProgressBarBuilder builder(String name, int total, ProgressBarConsumer line) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total)
                .setRenderer(ProgressLine::render)
                .setConsumer(line)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish();
    }

    private void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    /** For good: whoever is still at work shows nothing any more. */
    @Override
    public synchronized void close() {
        end();
        closed = true;
    }
}
