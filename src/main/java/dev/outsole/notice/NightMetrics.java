package dev.outsole.notice;

import dev.outsole.history.JudgedNight;
import dev.outsole.history.Night;
import java.time.Instant;
import java.util.Optional;

/** A night's metrics in Prometheus' text format. */
final class NightMetrics {
    private static final String PREFIX = "outsole_nightly_";
    /** The metric that outlives nights that don't pass. */
    static final String PASSED = PREFIX + "passed_timestamp_seconds";

    private final StringBuilder text = new StringBuilder();

    private NightMetrics() {}

    /**
     * Of a night that has ended.
     *
     * @param judged the night, if it is in the history
     * @param exitCode of the process
     * @param passed when a night passed last before this one, in seconds since 1970
     */
    static String text(Optional<JudgedNight> judged, int exitCode, int warnings, Instant now, Optional<String> passed) {
        NightMetrics metrics = new NightMetrics();
        metrics.gauge(
                "exit_code",
                "How the last night ended: 0 passed, 1 failed, 2 a mistake, 3 regression, 128 + a signal's number.",
                exitCode);
        metrics.gauge("end_timestamp_seconds", "When the last night ended.", (double) now.getEpochSecond());
        metrics.passed(exitCode == 0 ? Optional.of(Long.toString(now.getEpochSecond())) : passed);
        metrics.gauge("warnings", "What went wrong beside the night.", warnings);
        judged.ifPresent(metrics::ofANight);
        return metrics.text.toString();
    }

    private void passed(Optional<String> seconds) {
        seconds.ifPresent(time -> {
            head("passed_timestamp_seconds", "When a night ended that passed.");
            text.append(PASSED).append(' ').append(time).append('\n');
        });
    }

    private void ofANight(JudgedNight judged) {
        Night night = judged.night();
        gauge("findings", "Findings of the gate.", judged.judgement().findings().size());
        gauge(
                "compared_nights",
                "Nights that it was compared with.",
                judged.judgement().compared());
        gauge(
                "uncompared_detectors",
                "Detectors that were compared with nothing, or not in all their pairs and seeds.",
                judged.judgement().uncompared().size());
        gauge("duration_seconds", "Wall time of the sweep.", night.totalSeconds());
        gauge(
                "collapsed_models",
                "Models whose embedding has collapsed.",
                night.collapsed().size());
        gauge(
                "failed_models",
                "Models that could not be trained.",
                night.failed().size());
        head("mean_auc", "Mean AUC over pairs and seeds; higher is better.");
        night.detectors()
                .forEach(detector -> sample("mean_auc{detector=\"" + label(detector) + "\"}", night.mean(detector)));
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
}
