package dev.outsole.notice;

import dev.outsole.history.Finding;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Judgement;
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
 * @param link path of the report; of a run that has failed, empty
 */
public record Message(String text, String status, String date, String run, List<String> findings, String link) {
    /** So many findings stand in the text. */
    private static final int TOLD = 5;

    public Message {
        findings = List.copyOf(findings);
    }

    /** Of a night that was judged. */
    public static Message of(JudgedNight judged, String link) {
        List<String> findings =
                judged.judgement().findings().stream().map(Finding::text).toList();
        Judgement.Status status = judged.judgement().status();
        return new Message(
                text(
                        judged.night().date(),
                        status.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        findings,
                        link),
                status.name().toLowerCase(Locale.ROOT),
                judged.night().date().toString(),
                judged.night().run(),
                findings,
                link);
    }

    /** Of a night whose run has failed, for this reason. */
    public static Message failed(LocalDate date, String run, String reason) {
        return new Message(
                text(date, "the run has failed", List.of(reason), ""),
                "failed",
                date.toString(),
                run,
                List.of(reason),
                "");
    }

    static String text(LocalDate date, String outcome, List<String> findings, String link) {
        StringBuilder text = new StringBuilder("Outsole, night of " + date + ": " + outcome);
        findings.stream().limit(TOLD).forEach(finding -> text.append("\n• ").append(finding));
        if (findings.size() > TOLD) {
            text.append("\nand ").append(findings.size() - TOLD).append(" more");
        }
        return link.isEmpty() ? text.toString() : text.append('\n').append(link).toString();
    }
}
