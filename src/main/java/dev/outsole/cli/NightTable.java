package dev.outsole.cli;

import dev.outsole.history.Finding;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Judgement;
import dev.outsole.job.NightlyJob;
import java.io.PrintWriter;
import java.util.List;

/** What is said at the end of a night. */
final class NightTable {
    /** So many findings are told; the report has them all. */
    private static final int TOLD = 20;

    private NightTable() {}

    /** What was compared with nothing, findings and warnings to {@code err}, in this order; the sweep's table and the outcome to {@code out}. */
    static void print(NightlyJob.Outcome outcome, List<String> warnings, PrintWriter out, PrintWriter err) {
        JudgedNight night = outcome.night();
        night.judgement().uncompared().forEach(line -> err.println("not compared: " + line));
        err.flush();
        SweepTable.print(outcome.sweep(), out, err);
        out.println("night of " + night.night().date() + ": " + inWords(night.judgement()));
        out.flush();
        List<Finding> findings = night.judgement().findings();
        findings.stream().limit(TOLD).forEach(finding -> err.println("finding: " + finding.text()));
        if (findings.size() > TOLD) {
            err.println("and " + (findings.size() - TOLD) + " more findings: see the report");
        }
        warnings.forEach(warning -> err.println("warning: " + warning));
        err.flush();
    }

    private static String inWords(Judgement judgement) {
        String nights = judgement.compared() + (judgement.compared() == 1 ? " night" : " nights");
        return switch (judgement.status()) {
            case PASSED -> "passed, compared with " + nights + rest(judgement);
            case TOO_LITTLE_HISTORY ->
                "passed, with too little history to compare figures: " + nights
                        + " before it with the same settings and data";
            case REGRESSION ->
                "regression, "
                        + (judgement.findings().size() == 1
                                ? "1 finding"
                                : judgement.findings().size() + " findings")
                        + ", compared with " + nights + rest(judgement);
        };
    }

    private static String rest(Judgement judgement) {
        return judgement.uncompared().isEmpty() ? "" : ", but not all of it (see above)";
    }
}
