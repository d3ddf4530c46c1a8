package dev.outsole.job;

import dev.outsole.UserError;
import dev.outsole.history.Acceptance;
import dev.outsole.history.HistoryLine;
import dev.outsole.history.JudgedNight;
import dev.outsole.history.Night;
import dev.outsole.history.NightPairs;
import dev.outsole.image.ImageClass;
import dev.outsole.spark.HadoopPaths;
import dev.outsole.spark.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** {@code history}: what the history says of its last nights. */
public final class HistoryJob {
    private final String folder;
    private final HistoryRequest request;

    public HistoryJob(String folder, HistoryRequest request) {
        this.folder = folder;
        this.request = request;
    }

    /**
     * A line for each night and detector, the earliest night first.
     *
     * @throws UserError if there are no nights, or none with such a detector or pair
     */
    public List<HistoryLine> run() {
        try (SparkSession spark = Sessions.open("outsole history")) {
            return lines(HistoryStore.open(spark, HadoopPaths.of(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<HistoryLine> lines(HistoryStore history) throws IOException {
        List<JudgedNight> all = history.nights();
        if (all.isEmpty()) {
            throw new UserError(
                    "there are no nights in " + folder + ": name the folder that 'nightly --history' adds to");
        }
        List<JudgedNight> last = all.subList(Math.max(0, all.size() - request.last()), all.size());
        List<Acceptance> accepted = history.acceptances().all();
        List<HistoryLine> lines = request.pair().isPresent() ? pair(history, last) : means(last);
        return wanted(lines, history, last).stream()
                .map(line -> line.with(accepted))
                .toList();
    }

    private static List<HistoryLine> means(List<JudgedNight> nights) {
        return nights.stream()
                .flatMap(night -> HistoryLine.ofMeans(night).stream())
                .toList();
    }

    private List<HistoryLine> pair(HistoryStore history, List<JudgedNight> nights) {
        String[] classes = request.pair().orElseThrow().split("/", -1);
        List<NightPairs> pairs =
                history.withPairs(nights.stream().map(JudgedNight::night).toList());
        List<HistoryLine> lines = new ArrayList<>();
        for (int i = 0; i < nights.size(); i++) {
            lines.addAll(HistoryLine.ofPair(nights.get(i), pairs.get(i), slug(classes[0]), slug(classes[1])));
        }
        return lines;
    }

    private static String slug(String name) {
        return new ImageClass(0, name).slug();
    }

    private List<HistoryLine> wanted(List<HistoryLine> lines, HistoryStore history, List<JudgedNight> nights) {
        List<HistoryLine> wanted = lines.stream()
                .filter(line -> request.detector().map(line.detector()::equals).orElse(true))
                .toList();
        if (wanted.isEmpty()) {
            throw nothing(history, nights.stream().map(JudgedNight::night).toList());
        }
        return wanted;
    }

    /** It asks about what no night has; the detector first. */
    private UserError nothing(HistoryStore history, List<Night> nights) {
        Set<String> detectors = new TreeSet<>();
        nights.forEach(night -> detectors.addAll(night.detectors()));
        String where = "the last " + request.last() + " nights in " + folder;
        Optional<UserError> unknown = request.detector()
                .filter(detector -> !detectors.contains(detector))
                .map(detector -> UserError.unknown(
                        "detector", detector, detectors, where + " have " + String.join(", ", detectors)));
        return unknown.orElseGet(() -> UserError.unknown(
                "pair",
                request.pair().orElse("of any detector"),
                pairs(history.withPairs(nights)),
                where + " have other pairs of classes; name one that they have, or a larger --last"));
    }

    private static Set<String> pairs(List<NightPairs> nights) {
        return nights.stream()
                .flatMap(night -> night.pairs().stream())
                .map(pair -> slug(pair.pair().normal()) + "/" + slug(pair.pair().abnormal()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
