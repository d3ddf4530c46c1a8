package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the user gets wrong: one line that holds the value and the mend, exit code 2, nothing half written. */
final class BadInputIT {
    private static final String IMAGES = "t10k-images-idx3-ubyte.gz";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    evaluate --normal sandl                  | 'sandl'          | did you mean sandal?
                    evaluate --epochs many                   | --epochs many    | give a whole number
                    evaluate --detectors pixels,tarot        | 'tarot'          | pixels, autoencoder
                    evaluate --config missing.conf           | missing.conf     | --config
                    evaluate --output a:b                    | 'a:b'            | file:/data/runs
                    evaluate --table a:b                     | 'a:b'            | file:/data/runs
                    evaluate --data a:b --table none         | 'a:b'            | file:/data/runs
                    sweep --resume no-sweep                  | no-sweep         | no such run directory
                    score --model none --input a --output b  | none             | manifest.json
                    evalute                                  | 'evalute'        | did you mean evaluate?
                    """)
    void refuses(String arguments, String value, String mend) throws Exception {
        Launcher.Result result = new Launcher(folder).run(arguments.split(" "));

        assertOneLine(result, value, mend);
    }

    /** Found only when the images are counted, in the middle of Spark's own pipeline. */
    @Test
    void refusesMoreImagesThanTheSvmMayLearnFrom() throws Exception {
        Path config = Files.writeString(folder.resolve("small.conf"), "outsole.svm.max-rows = 5000");
        Launcher.Result result =
                new Launcher(folder).run("evaluate", "--detectors=pixels", "--config", config.toString());
        Files.delete(config);

        assertOneLine(result, "6000 training rows", "--svm-sample N");
    }

    @Test
    void refusesAFolderWithoutImages() throws Exception {
        Launcher.Result result = new Launcher(folder)
                .run("evaluate", "--data", folder.resolve("nothing here").toString());

        assertOneLine(result, "nothing here has no file train-images-idx3-ubyte", "--data");
    }

    @Test
    void refusesACorruptFileAndLeavesNoTable() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        copyData(data);
        byte[] whole = Files.readAllBytes(data.resolve(IMAGES));
        whole[whole.length / 2] ^= 1;
        Files.write(data.resolve(IMAGES), whole);

        Launcher.Result result = new Launcher(folder).run("evaluate", "--data", data.toString());

        assertOneLine(result, IMAGES, "offset");
        assertThat(names(data)).hasSize(4);
    }

    @Test
    void refusesAnOutputFolderThatCannotBeWritten() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("in the way"), "a file");

        Launcher.Result result = new Launcher(folder)
                .run("evaluate", "--data", Launcher.data().toString(), "--output", inTheWay + "/runs");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.errors()).singleElement().asString().contains("in the way", "can be written to");
        assertThat(names(folder)).containsExactly("in the way");
    }

    private static void assertOneLine(Launcher.Result result, String value, String mend) {
        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.errors()).singleElement().asString().contains(value).contains(mend);
        assertThat(result.out()).isEmpty();
    }

    private void copyData(Path target) throws Exception {
        for (String name : names(Launcher.data())) {
            if (name.endsWith(".gz")) {
                Files.copy(Launcher.data().resolve(name), target.resolve(name));
            }
        }
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
