package dev.outsole.cli;

import dev.outsole.job.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bar with rate and time left for each countable step on a terminal; elsewhere log lines, which read well in a file. */
abstract class TerminalProgress implements Progress, AutoCloseable {

    @SuppressWarnings("SystemConsoleNull") // Java 17, where it is null unless both input and output are a terminal
    static TerminalProgress start() {
        return System.console() == null ? new Lines() : new Bars();
    }

    @Override
    public void close() {}

    /** For logs. */
    private static final class Lines extends TerminalProgress {
        private static final Logger LOG = LoggerFactory.getLogger("dev.outsole.progress");

        @Override
        public void step(String name) {
            LOG.info("{}", name);
        }

        @Override
        public void advance(String name, int done, int total, String detail) {
            LOG.info("{} {}/{} {}", name, done, total, detail);
        }
    }

    /** For people. */
    private static final class Bars extends TerminalProgress {
        private @Nullable ProgressBar bar;

        @Override
        public void step(String name) {
            close();
            bar = builder(name).build(); // without a length it shows the time that has passed
        }

        @Override
        public void advance(String name, int done, int total, String detail) {
            if (bar == null || bar.getMax() != total) {
                close();
                bar = builder(name).setInitialMax(total).showSpeed().build();
            }
            bar.stepTo(done);
            bar.setExtraMessage(" " + detail);
        }

        private static ProgressBarBuilder builder(String name) {
            return new ProgressBarBuilder()
                    .setTaskName(name)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .clearDisplayOnFinish();
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
                bar = null;
            }
        }
    }
}
