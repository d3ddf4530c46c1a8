package dev.outsole.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Progress for logs: a line when a step begins, and when a part of it is done. */
final class LogLines extends TerminalProgress {
    static final String LOGGER = "dev.outsole.progress";
    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private String step = "";
    private int done;

    @Override
    public synchronized void step(String name) {
        begin(name);
        LOG.info("{}", name);
    }

    private void begin(String name) {
        step = name;
        done = 0;
    }

    /** What has only begun is no line of its own. */
    @Override
    public synchronized void advance(String name, int reached, int total, String detail) {
        if (!step.equals(name) || reached < done) {
            begin(name);
        }
        if (reached > done) {
            done = reached;
            LOG.info("{} {}/{} {}", name, reached, total, detail);
        }
    }
}
