package dev.outsole.secret;

import java.io.IOException;
import java.io.Writer;

/** Passes lines on without the secrets in them. What is flushed counts as a line, whole or not. */
public final class RedactingWriter extends Writer {
    private final Writer next;
    private final StringBuilder line = new StringBuilder();

    public RedactingWriter(Writer next) {
        super(next);
        this.next = next;
    }

    @Override
    public void write(char[] text, int from, int count) throws IOException {
        synchronized (lock) {
            for (int i = from; i < from + count; i++) {
                line.append(text[i]);
                if (text[i] == '\n') {
                    pass();
                }
            }
        }
    }

    private void pass() throws IOException {
        next.write(Redaction.of(line.toString()));
        line.setLength(0);
    }

    @Override
    public void flush() throws IOException {
        synchronized (lock) {
            pass();
            next.flush();
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        next.close();
    }
}
