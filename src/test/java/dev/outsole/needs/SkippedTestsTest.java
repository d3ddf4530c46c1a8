package dev.outsole.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** JUnit itself runs the classes below; the build doesn't look for tests in classes that are nested like these. */
class SkippedTestsTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    static class OfSeveralKinds {
        @Test
        @Needs("there")
        void runs() {}

        @Test
        @Needs({"there", "missing"})
        void needsMore() {
            throw new AssertionError("must not run");
        }

        @Test
        @Needs("no line of the list")
        void isNotInTheList() {}

        @Test
        void assumesWhatDoesNotHold() {
            assumeTrue(false, "only by moonlight");
        }
    }

    @Needs("missing")
    static class AsAWhole {
        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void another(int number) {}
    }

    static class Whole {
        @Test
        void runs() {}
    }

    @Test
    void aTestIsSkippedWithoutWhatItNeedsAndFailsIfThatIsNotInTheList() throws IOException {
        TestExecutionSummary summary = run(OfSeveralKinds.class);

        assertThat(summary.getTestsSucceededCount()).isEqualTo(1);
        assertThat(summary.getTestsSkippedCount()).isEqualTo(1);
        assertThat(summary.getTestsAbortedCount()).isEqualTo(1);
        assertThat(summary.getFailures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.getException()).hasMessageContaining("0 lines for no line of the list"));
    }

    @Test
    void whatWasSkippedIsListedWithItsReason() throws IOException {
        run(OfSeveralKinds.class, AsAWhole.class);

        assertThat(folder.resolve("skipped/2-these.txt"))
                .content()
                .hasLineCount(4)
                .contains(
                        "SkippedTestsTest$OfSeveralKinds.needsMore: needs missing (never is)",
                        "SkippedTestsTest$OfSeveralKinds.assumesWhatDoesNotHold: Assumption failed: only by moonlight",
                        "SkippedTestsTest$AsAWhole.one: ",
                        "SkippedTestsTest$AsAWhole.another: ");
    }

    @Test
    void aRunThatSkipsNothingLeavesNoList() throws IOException {
        run(AsAWhole.class);
        assertThat(folder.resolve("skipped/2-these.txt")).exists();

        run(Whole.class);
        assertThat(folder.resolve("skipped/2-these.txt")).doesNotExist();
    }

    /** Unit tests come first in the build; a list of a later phase is an older build's. */
    @Test
    void whatIsPrintedAtTheEndHasTheListsOfThePhasesBefore() throws IOException {
        Files.createDirectory(folder.resolve("skipped"));
        Files.writeString(folder.resolve("skipped/1-unit.txt"), "UnitTest.skipped: why\n");
        Files.writeString(folder.resolve("skipped/3-later.txt"), "LaterIT.skipped: why\n");

        assertThat(printed(AsAWhole.class))
                .contains("3 tests were skipped:", "  UnitTest.skipped: why", "AsAWhole.one")
                .doesNotContain("LaterIT");
        assertThat(printed(Whole.class)).contains("1 test was skipped:", "  UnitTest.skipped: why");
        Files.delete(folder.resolve("skipped/1-unit.txt"));
        assertThat(printed(Whole.class)).isEmpty();
    }

    private String printed(Class<?> test) throws IOException {
        run(test);
        return printed.toString(StandardCharsets.UTF_8);
    }

    private TestExecutionSummary run(Class<?>... tests) throws IOException {
        Path list = Files.writeString(folder.resolve("needs.txt"), """
                # name | purpose | probe
                there   | always is       | true

                missing | never is        | echo out; echo err >&2; true | false
                """);
        printed.reset();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherConfig quiet = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(
                        summary,
                        new SkippedTests(
                                folder.resolve("skipped/2-these.txt"),
                                new PrintStream(printed, true, StandardCharsets.UTF_8)))
                .build();
        LauncherDiscoveryRequestBuilder request =
                LauncherDiscoveryRequestBuilder.request().configurationParameter(NeedsCondition.LIST, list.toString());
        for (Class<?> test : tests) {
            request.selectors(selectClass(test));
        }
        LauncherFactory.create(quiet).execute(request.build());
        return summary.getSummary();
    }
}
