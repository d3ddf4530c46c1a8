package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.detector.Detector;
import dev.outsole.detector.ThrowingDetectors;
import dev.outsole.spark.KeptByExecutors;
import dev.outsole.work.Thrown;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of what models may throw, and where: in fitting, scoring, ranking and saving, on the driver and in tasks. Each is in {@code failed}
 * with its reason, and the model beside them is kept. One sweep has them all.
 */
final class ThrowingModelsIT {
    private static final List<String> PLACES = List.of(
            "throws-in-fit",
            "throws-in-fit-task",
            "throws-in-score",
            "throws-in-score-task",
            "throws-in-rank",
            "throws-in-save");
    private static final ClassLoader BEFORE = Thread.currentThread().getContextClassLoader();

    @TempDir
    private static Path folder;

    private static final long LIMIT = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);

    private static int tables;
    private static List<String> broadcasts = List.of();
    private static Map<String, String> failed = Map.of();
    private static SweepJob.Outcome outcome;

    @BeforeAll
    static void sweep() throws Exception {
        provide();
        tables = KeptByExecutors.tables();
        broadcasts = KeptByExecutors.broadcasts();
        List<String> detectors = new ArrayList<>(PLACES);
        detectors.add("pixels");
        outcome = new SmallSweeps(folder).sweep(detectors, Thrown.ofOneModel().size());
        failed = outcome.summary().failed();
    }

    /** By the class loader of the thread, as {@code --jars} are. */
    private static void provide() throws IOException {
        Path services = Files.createDirectories(folder.resolve("services/META-INF/services"));
        Files.writeString(
                services.resolve(Detector.class.getName()),
                Arrays.stream(ThrowingDetectors.class.getClasses())
                        .map(Class::getName)
                        .collect(Collectors.joining("\n")));
        URL[] urls = {folder.resolve("services").toUri().toURL()};
        Thread.currentThread().setContextClassLoader(new URLClassLoader(urls, BEFORE));
    }

    @AfterAll
    static void forget() {
        Thread.currentThread().setContextClassLoader(BEFORE);
    }

    static List<Arguments> table() {
        return PLACES.stream()
                .flatMap(place -> Thrown.ofOneModel().stream().map(thrown -> Arguments.of(place, thrown)))
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("table")
    void isInFailedWithItsReason(String place, Thrown thrown) {
        assertThat(failed)
                .hasEntrySatisfying(
                        place + "/clog/seed-" + thrown.number(),
                        reason -> assertThat(reason).contains(thrown.reason()).hasLineCount(1));
    }

    /** Whatever models have sent to executors, or have had them keep, is given back, whether they fail or not. */
    @Test
    void nothingIsLeftOnTheExecutors() throws Exception {
        SweepJob.Outcome whole = new SmallSweeps(Files.createDirectory(folder.resolve("whole")))
                .sweep(List.of("pixels", "gaussian", "neighbours", "adjusted-neighbours", "autoencoder"), 1);

        assertThat(whole.summary().failed()).isEmpty();
        assertThat(KeptByExecutors.tables()).isEqualTo(tables);
        while (!KeptByExecutors.broadcasts().equals(broadcasts) && System.nanoTime() < LIMIT) {
            Thread.onSpinWait(); // Spark removes them a moment after it was told to
        }
        assertThat(KeptByExecutors.broadcasts()).isEqualTo(broadcasts);
    }

    @Test
    void nothingElseHasFailed() {
        assertThat(failed).hasSize(table().size());
        assertThat(outcome.summary().detectors())
                .singleElement()
                .satisfies(summary -> assertThat(summary.models())
                        .isEqualTo(Thrown.ofOneModel().size()));
    }
}
