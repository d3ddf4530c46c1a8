package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IngestIT {
    @TempDir
    private Path folder;

    @Test
    void aSecondIngestDoesNothingAndSaysSo() throws Exception {
        String[] command = {"ingest", "--data", Launcher.data().toString(), "--table", "a table"};

        Launcher.Result first = new Launcher(folder).run(command);
        TreeMap<String, Object> written = files();
        Launcher.Result second = new Launcher(folder).run(command);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).isEqualTo("image table written to a table\n");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).isEqualTo("nothing to do: the same images are already in a table\n");
        assertThat(written).isNotEmpty();
        assertThat(files()).isEqualTo(written);
    }

    @Test
    void refusesToPutOtherClassNamesOverATable() throws Exception {
        String data = Launcher.data().toString();
        new Launcher(folder).run("ingest", "--data", data, "--table", "table");

        Launcher.Result other = new Launcher(folder)
                .run("ingest", "--data", data, "--table", "table", "--classes", "a,b,c,d,e,f,g,h,i,j");

        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.errors()).singleElement().asString().contains("table", "class names", "--table");
    }

    /** Every file of the folder with the time it was last changed. */
    private TreeMap<String, Object> files() throws Exception {
        TreeMap<String, Object> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                files.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
