package dev.outsole.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressState;

/** Lays a step's progress out in the columns that there are: what doesn't fit is left out as a whole, the least important first. */
final class ProgressLine {
    private static final int SHORTEST_BAR = 8;
    private static final int LONGEST_BAR = 40;

    private ProgressLine() {}

    /** All columns are written, for the line before may have been longer. */
    static String render(ProgressState state, int columns) {
        List<String> parts = new ArrayList<>();
        parts.add(state.getTaskName());
        counted(state, state.getCurrent() + "/" + state.getMax()).ifPresent(parts::add);
        parts.addAll(List.of(state.getExtraMessage().split(", ")));
        parts.add(time(state.getTotalElapsed()));
        left(state).ifPresent(parts::add);
        rate(state).ifPresent(parts::add);
        parts.removeIf(String::isBlank);
        String line = layOut(parts, counted(state, "").map(any -> state.getNormalizedProgress()), columns);
        return line + " ".repeat(Math.max(0, columns - line.length()));
    }

    /**
     * The parts that fit, and a bar if there is room for one.
     *
     * @param parts the most important first; the first alone may be cut
     * @param share that is done, from 0 to 1; nothing if the step's length isn't known
     */
    static String layOut(List<String> parts, Optional<Double> share, int columns) {
        StringBuilder line = new StringBuilder();
        for (String part : parts) {
            String next = line.isEmpty() ? part : "  " + part;
            if (line.length() + next.length() > columns && !line.isEmpty()) {
                break;
            }
            line.append(next);
        }
        int room = Math.min(LONGEST_BAR, columns - line.length() - 4);
        if (share.isPresent() && room >= SHORTEST_BAR) {
            line.append("  ").append(bar(share.get(), room));
        }
        return line.substring(0, Math.min(line.length(), Math.max(0, columns)));
    }

    private static String bar(double share, int length) {
        int full = (int) (share * length);
        return "[" + "=".repeat(full) + " ".repeat(length - full) + "]";
    }

    private static Optional<String> counted(ProgressState state, String text) {
        return state.getMax() > 0 ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> left(ProgressState state) {
        long done = state.getCurrent();
        return done <= 0 || state.getMax() <= 0
                ? Optional.empty()
                : Optional.of(time(state.getTotalElapsed()
                                .multipliedBy(state.getMax() - done)
                                .dividedBy(done)) + " left");
    }

    private static Optional<String> rate(ProgressState state) {
        double seconds = state.getTotalElapsed().toMillis() / 1000.0;
        return state.getCurrent() <= 0 || seconds <= 0 || state.getMax() <= 0
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%.1f/s", state.getCurrent() / seconds));
    }

    private static String time(Duration duration) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }
}
