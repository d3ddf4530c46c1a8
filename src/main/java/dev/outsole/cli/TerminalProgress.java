package dev.outsole.cli;

import dev.outsole.job.Progress;

/** A bar with rate and time left for each countable step on a terminal; elsewhere log lines, which read well in a file. */
abstract class TerminalProgress implements Progress, AutoCloseable {

    static TerminalProgress start() {
        Terminal terminal = Terminal.current();
        return terminal.redraws() ? new Bars(System.err, terminal.columns()) : new LogLines();
    }

    @Override
    public void close() {}
}
