package dev.outsole.notice;

import dev.outsole.history.Finding;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Judgement;
import dev.outsole.secret.Redaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What a webhook is sent, as JSON.
 *
 * @param text all of it in a few lines, where Slack and its likes look
 * @param status {@code passed}, {@code too_little_history}, {@code regression} or {@code failed}
 * @param date ISO 8601
 * @param run id of the sweep
 * @param findings the worst first; of a run that has failed, why
 * @param uncompared what was compared with nothing
 * @param warnings what went wrong beside the night, after it had been added to the history
 * @param link path of the report; of a run that has failed, empty
 * @param exitCode of the process
 */
record Message(
        String text,
        String status,
        String date,
        String run,
        List<String> findings,
        List<String> uncompared,
        List<String> warnings,
        String link,
        int exitCode) {
    /** So many findings stand in the text. */
    private static final int TOLD = 5;

    public Message {
        text = Redaction.of(text);
        findings = findings.stream().map(Redaction::of).toList();
        uncompared = List.copyOf(uncompared);
        warnings = warnings.stream().map(Redaction::of).toList();
        link = Redaction.of(link);
    }

    /** Of a night that was judged. */
    static Message of(JudgedNight judged, String link, List<String> warnings, int exitCode) {
        List<String> findings =
                judged.judgement().findings().stream().map(Finding::text).toList();
        Judgement.Status status = judged.judgement().status();
        return new Message(
                text(
                        judged.night().date(),
                        status.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        judged.judgement().uncompared(),
                        findings,
                        warnings,
                        link),
                status.name().toLowerCase(Locale.ROOT),
                judged.night().date().toString(),
                judged.night().run(),
                findings,
                judged.judgement().uncompared(),
                warnings,
                link,
                exitCode);
    }

    /** Of a night whose run has failed, for this reason; the run's id is empty if it hasn't begun. */
    static Message failed(LocalDate date, String run, String reason, int exitCode) {
        return new Message(
                text(date, "the run has failed, exit code " + exitCode, List.of(), List.of(reason), List.of(), ""),
                "failed",
                date.toString(),
                run,
                List.of(reason),
                List.of(),
                List.of(),
                "",
                exitCode);
    }

    /** @param uncompared stands first, since nothing is found where nothing is looked at */
    static String text(
            LocalDate date,
            String outcome,
            List<String> uncompared,
            List<String> findings,
            List<String> warnings,
            String link) {
        StringBuilder text = new StringBuilder("Outsole, night of " + date + ": " + outcome);
        uncompared.forEach(line -> text.append("\n• not compared: ").append(line));
        findings.stream().limit(TOLD).forEach(finding -> text.append("\n• ").append(finding));
        if (findings.size() > TOLD) {
            text.append("\nand ").append(findings.size() - TOLD).append(" more");
        }
        warnings.forEach(warning -> text.append("\nwarning: ").append(warning));
        return link.isEmpty() ? text.toString() : text.append('\n').append(link).toString();
    }
}
