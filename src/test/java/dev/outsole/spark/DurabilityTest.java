package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.needs.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operating system is asked for: whatever gets a result's name is on disk by then, to survive a power failure. */
@Needs("strace")
class DurabilityTest {
    private static final String CALLS = "trace=write,pwrite64,fsync,fdatasync,rename,renameat,renameat2";
    private static final Pattern RENAME = Pattern.compile("rename.*\"([^\"]+)\".*\"([^\"]+)\"");

    @TempDir
    Path folder;

    private List<String> calls = List.of();

    private void publish() throws Exception {
        Files.writeString(folder.resolve("auc.csv"), "before");
        Files.writeString(folder.resolve("outsole.prom"), "before");
        Path log = Files.createTempFile("calls", ".log");
        Process process = new ProcessBuilder(command(log))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        calls = Files.readAllLines(log);
        Files.delete(log);
    }

    private List<String> command(Path log) {
        return List.of(
                "strace",
                "-f",
                "-y",
                "--seccomp-bpf",
                "-s",
                "0",
                "-e",
                CALLS,
                "-o",
                log.toString(),
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                PublishingProgram.class.getName(),
                folder.toString());
    }

    @Test
    void contentIsSyncedBeforeItGetsItsNameAndTheNameNext() throws Exception {
        publish();
        assertContentIsSynced();
        assertNamesAreSynced();
    }

    private void assertContentIsSynced() throws IOException {
        for (String name : List.of("run", "auc.csv", "results", "outsole.prom")) {
            int renamed = renamed(name);
            String staged = group(calls.get(renamed), 1);
            try (Stream<Path> published = Files.walk(folder.resolve(name))) {
                for (Path file : published.filter(Files::isRegularFile).toList()) {
                    String before = staged
                            + file.toString()
                                    .substring(folder.resolve(name).toString().length());
                    int synced = last("f(data)?sync\\(", before);
                    assertThat(synced)
                            .as("%s is synced", before)
                            .isBetween(last("p?write(64)?\\(", before) + 1, renamed);
                }
            }
        }
    }

    private void assertNamesAreSynced() {
        Pattern sync = Pattern.compile("\\d+ +fsync\\(\\d+<" + Pattern.quote(folder.toString()) + ">.*");
        for (String name : List.of("run", "auc.csv", "results")) {
            assertThat(calls.stream()
                            .skip(renamed(name) + 1L)
                            .takeWhile(call -> !RENAME.matcher(call).find()))
                    .as(name)
                    .anyMatch(call -> sync.matcher(call).matches());
        }
    }

    /** The last call of some kind on a file or folder. */
    private int last(String call, String path) {
        Pattern wanted = Pattern.compile("\\d+ +" + call + "\\d+<" + Pattern.quote(path) + ">.*");
        return IntStream.range(0, calls.size())
                .filter(i -> wanted.matcher(calls.get(i)).matches())
                .max()
                .orElseThrow(() -> new AssertionError("no " + call + " of " + path));
    }

    private int renamed(String name) {
        return IntStream.range(0, calls.size())
                .filter(i -> folder.resolve(name).toString().equals(group(calls.get(i), 2)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is renamed to " + name));
    }

    private static String group(String call, int number) {
        Matcher rename = RENAME.matcher(call);
        return rename.find() ? rename.group(number) : "";
    }
}
