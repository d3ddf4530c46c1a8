package dev.outsole.needs;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Lists the tests that were skipped, for whatever reason, in a file, and prints the list when all tests have run. Unit tests and integration
 * tests have a file each; what is printed last has all of them. Where there is no such file, nothing was skipped: the build goes by that
 * in continuous integration.
 */
public final class SkippedTests implements TestExecutionListener {
    private final Path file;
    private final PrintStream out;
    private final List<String> skipped = new ArrayList<>();
    private TestPlan plan;

    /** Found as a service by JUnit; the build names the file. */
    public SkippedTests() {
        this(Path.of(System.getProperty("outsole.skipped-tests", "target/skipped-tests/other.txt")), System.out);
    }

    SkippedTests(Path file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
        skipped.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        leaves(identifier).map(leaf -> name(leaf) + ": " + reason).forEach(skipped::add);
    }

    /** An assumption that does not hold. */
    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            executionSkipped(
                    identifier, result.getThrowable().map(Throwable::getMessage).orElse("aborted"));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        try {
            if (!skipped.isEmpty()) {
                Files.createDirectories(file.getParent());
                Files.write(file, skipped);
            }
            print(upToNow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(List<String> lines) {
        if (!lines.isEmpty()) {
            out.println(lines.size() + (lines.size() == 1 ? " test was skipped:" : " tests were skipped:"));
            lines.forEach(line -> out.println("  " + line));
        }
    }

    /** Of this run, and of those before it in the build. */
    private List<String> upToNow() throws IOException {
        if (!Files.exists(file.getParent())) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path each :
                    files.filter(each -> each.compareTo(file) <= 0).sorted().toList()) {
                lines.addAll(Files.readAllLines(each));
            }
        }
        return lines;
    }

    /** The tests in a class or, as far as they are known yet, in whatever was skipped as a whole. */
    private Stream<TestIdentifier> leaves(TestIdentifier identifier) {
        return Stream.concat(Stream.of(identifier), plan.getDescendants(identifier).stream())
                .filter(each -> plan.getChildren(each).isEmpty());
    }

    private static String name(TestIdentifier identifier) {
        TestSource source = identifier.getSource().orElse(null);
        if (source instanceof MethodSource method) {
            return simple(method.getClassName()) + "." + method.getMethodName();
        }
        return source instanceof ClassSource type ? simple(type.getClassName()) : identifier.getDisplayName();
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
