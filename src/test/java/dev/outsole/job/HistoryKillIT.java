package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.history.JudgedNight;
import dev.outsole.history.NightPairs;
import dev.outsole.spark.TestSession;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that commits without a pause is killed at random moments: whatever it was doing, the history can be read, no night is half, and
 * none that it had told of is lost. More often than the few times here with {@code -Doutsole.kills=50}.
 */
final class HistoryKillIT {
    private static final int KILLS = Integer.getInteger("outsole.kills", 3);
    private static final int LONGEST = 400;

    @TempDir
    private Path folder;

    @Test
    void noNightIsLostOrHalf() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        TreeSet<LocalDate> told = new TreeSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            LocalDate first = LocalDate.of(2000, 1, 1).plusDays(1000L * kill);
            told.addAll(commitUntilKilled(first, random.nextInt(LONGEST)));
            assertWhole(told);
        }
        assertTheNextLeavesNothingElse();
    }

    private List<LocalDate> commitUntilKilled(LocalDate first, int milliseconds) throws Exception {
        Path out = Files.createTempFile(folder, "commits", ".txt");
        Process process = start(first, out);
        try {
            while (process.isAlive() && Files.size(out) == 0) {
                Thread.sleep(5);
            }
            Thread.sleep(milliseconds);
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        return Files.readAllLines(out).stream()
                .filter(line -> line.startsWith("committed "))
                .map(line -> LocalDate.parse(line.substring("committed ".length())))
                .toList();
    }

    private Process start(LocalDate first, Path out) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Xmx"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                HistoryCommitLoop.class.getName(),
                folder.resolve("history").toUri().toString(),
                first.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void assertTheNextLeavesNothingElse() throws IOException {
        HistoryNights.commit(store(), LocalDate.of(1999, 12, 31), "last", false);

        try (Stream<Path> names = Files.walk(folder.resolve("history"))) {
            assertThat(names.filter(Files::isRegularFile)
                            .map(path -> path.getParent().getFileName() + "/" + path.getFileName()))
                    .allMatch(name -> name.matches("nights/[0-9-]+\\.parquet"));
        }
        assertThat(folder.resolve("history")).isDirectoryNotContaining("glob:**_*");
    }

    private HistoryStore store() throws IOException {
        return HistoryStore.open(
                TestSession.spark(),
                new org.apache.hadoop.fs.Path(folder.resolve("history").toUri()));
    }

    private void assertWhole(TreeSet<LocalDate> told) throws IOException {
        HistoryStore store = store();
        List<JudgedNight> nights = store.nights();
        List<NightPairs> pairs =
                store.withPairs(nights.stream().map(JudgedNight::night).toList());

        assertThat(nights).extracting(night -> night.night().date()).containsAll(told);
        assertThat(nights).hasSizeBetween(told.size(), told.size() + KILLS);
        assertThat(pairs).allMatch(night -> night.pairs().size() == 2);
    }
}
