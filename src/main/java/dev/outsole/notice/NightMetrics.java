package dev.outsole.notice;

import dev.outsole.UserError;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Night;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** A night's metrics in Prometheus' text format, in a file for the textfile collector of node_exporter. */
public final class NightMetrics {
    private static final String PREFIX = "outsole_nightly_";

    private final StringBuilder text = new StringBuilder();

    private NightMetrics() {}

    /** Of a night that was judged, at this time. */
    public static String of(JudgedNight judged, Instant now) {
        Night night = judged.night();
        NightMetrics metrics = new NightMetrics();
        metrics.outcome(judged.judgement().isRegression() ? 3 : 0, now);
        metrics.gauge(
                "findings",
                "Findings of the gate.",
                judged.judgement().findings().size());
        metrics.gauge(
                "compared_nights",
                "Nights that it was compared with.",
                judged.judgement().compared());
        metrics.gauge("duration_seconds", "Wall time of the sweep.", night.totalSeconds());
        metrics.gauge(
                "collapsed_models",
                "Models whose embedding has collapsed.",
                night.collapsed().size());
        metrics.gauge(
                "failed_models",
                "Models that could not be trained.",
                night.failed().size());
        metrics.head("mean_auc", "Mean AUC over pairs and seeds; higher is better.");
        night.detectors()
                .forEach(detector ->
                        metrics.sample("mean_auc{detector=\"" + label(detector) + "\"}", night.mean(detector)));
        return metrics.text.toString();
    }

    /** Of a night whose run has failed. */
    public static String failed(Instant now) {
        NightMetrics metrics = new NightMetrics();
        metrics.outcome(1, now);
        return metrics.text.toString();
    }

    private void outcome(int exitCode, Instant now) {
        gauge("exit_code", "Outcome of the last night: 0 passed, 1 failed, 3 regression.", exitCode);
        gauge("end_timestamp_seconds", "When the last night ended.", (double) now.getEpochSecond());
    }

    private void gauge(String name, String help, double value) {
        head(name, help);
        sample(name, value);
    }

    private void head(String name, String help) {
        text.append("# HELP ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE ").append(PREFIX).append(name).append(" gauge\n");
    }

    private void sample(String name, double value) {
        String number = value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        text.append(PREFIX).append(name).append(' ').append(number).append('\n');
    }

    private static String label(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /**
     * That the file can be written, before the work begins.
     *
     * @throws UserError if its folder isn't there
     */
    public static void requireFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new UserError("--metrics-file " + file + " can't be written: name a file in a folder that is there");
        }
    }

    /** Puts it in the file's place in one step; the collector passes over the name that it has until then. */
    public static void write(Path file, String metrics) throws IOException {
        Path target = file.toAbsolutePath();
        Path staging = target.resolveSibling("." + target.getFileName() + ".tmp");
        Files.writeString(staging, metrics, StandardCharsets.UTF_8);
        Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
