package dev.outsole.history;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One detector's night, as the history is shown.
 *
 * @param date ISO 8601
 * @param auc mean over pairs and seeds, or that of one pair over seeds
 * @param status of the whole night, in lower case
 * @param findings of the whole night
 * @param seconds of the whole night
 * @param collapsed models of the whole night, and {@code failed}
 * @param accepted why the detector's figures were accepted as a new baseline, and by whom; empty if they were not
 */
public record HistoryLine(
        String date,
        String detector,
        double auc,
        int seeds,
        String status,
        int findings,
        int collapsed,
        int failed,
        double seconds,
        String version,
        String run,
        String accepted) {

    static HistoryLine of(JudgedNight judged, String detector, double auc, int seeds) {
        Night night = judged.night();
        return new HistoryLine(
                night.date().toString(),
                detector,
                auc,
                seeds,
                judged.judgement().status().name().toLowerCase(Locale.ROOT),
                judged.judgement().findings().size(),
                night.collapsed().size(),
                night.failed().size(),
                night.totalSeconds(),
                night.version(),
                night.run(),
                "");
    }

    /** The same with what was said of it. */
    public HistoryLine with(List<Acceptance> acceptances) {
        String words = acceptances.stream()
                .filter(word -> word.date().equals(date)
                        && word.run().equals(run)
                        && word.detectors().contains(detector))
                .map(Acceptance::reason)
                .collect(Collectors.joining("; "));
        return new HistoryLine(
                date, detector, auc, seeds, status, findings, collapsed, failed, seconds, version, run, words);
    }

    /** A line for each detector, with its mean over all pairs. */
    public static List<HistoryLine> ofMeans(JudgedNight judged) {
        Night night = judged.night();
        return night.detectors().stream()
                .map(detector -> of(
                        judged,
                        detector,
                        night.mean(detector),
                        night.means(detector).size()))
                .toList();
    }

    /** A line for each detector that has the pair; classes by their slugs. */
    public static List<HistoryLine> ofPair(JudgedNight judged, NightPairs night, String normal, String abnormal) {
        List<HistoryLine> lines = new ArrayList<>();
        for (String detector : night.night().detectors()) {
            DoubleSummaryStatistics aucs = night.pairs().stream()
                    .filter(auc ->
                            auc.pair().detector().equals(detector) && auc.pair().isOf(normal, abnormal))
                    .mapToDouble(PairAuc::auc)
                    .summaryStatistics();
            if (aucs.getCount() > 0) {
                lines.add(of(judged, detector, aucs.getAverage(), (int) aucs.getCount()));
            }
        }
        return lines;
    }
}
