package dev.outsole.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 20,000 rows of 784 floats are 60 MiB: in a heap of 512 MiB, of which Spark keeps 127 for data, driver and executor in one, blocks must go to
 * disk and come back. With {@code -Doutsole.rows=60000 -Doutsole.heap=1g} the same as of all of Fashion-MNIST; it takes two minutes.
 */
class ManyNeighboursIT {
    private static final String ROWS = System.getProperty("outsole.rows", "20000");
    private static final String HEAP = System.getProperty("outsole.heap", "512m");

    @TempDir
    private Path folder;

    @Test
    void aSmallHeapIsEnough() throws Exception {
        Path out = folder.resolve("out.txt");
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx" + HEAP));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Dspark.master=local[2]",
                "-Dspark.local.dir=" + folder,
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.driver.bindAddress=127.0.0.1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ManyNeighbours.class.getName(),
                ROWS,
                folder.resolve("model").toUri().toString()));

        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        assertThat(process.waitFor()).as(Files.readString(out)).isZero();
        String last = Files.readAllLines(out).stream()
                .filter(line -> line.startsWith("deviation "))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(last.substring("deviation ".length()))).isLessThan(1e-6);
    }
}
