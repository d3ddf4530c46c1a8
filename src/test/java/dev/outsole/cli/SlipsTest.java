package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outsole.idx.IdxBytes;
import dev.outsole.image.FashionMnist;
import dev.outsole.image.ImageShape;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slips of the user's that are found before any work: one line, which asks what was meant or says what to give. */
class SlipsTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evalute                           | outsole: unknown command 'evalute' (did you mean evaluate?): see outsole --help
            evalute --epochs 3 extra          | outsole: unknown command 'evalute' (did you mean evaluate?): see outsole --help
            Sweep                             | outsole: unknown command 'Sweep' (did you mean sweep?): see outsole --help
            swep --normal bag                 | outsole: unknown command 'swep' (did you mean sweep?): see outsole --help
            frobnicate                        | outsole: unknown command 'frobnicate': see outsole --help
            help evalute                      | outsole: unknown command 'evalute' (did you mean evaluate?): see outsole --help
            evaluate --epoch 3                | outsole evaluate: unknown option '--epoch' (did you mean --epochs?): see outsole evaluate --help
            evaluate --epoch=3                | outsole evaluate: unknown option '--epoch' (did you mean --epochs?): see outsole evaluate --help
            evaluate --speed 9                | outsole evaluate: unknown option '--speed' (did you mean --seed?): see outsole evaluate --help
            evaluate --frobnicate             | outsole evaluate: unknown option '--frobnicate': see outsole evaluate --help
            evaluate -epochs 3                | outsole evaluate: unknown option '-epochs' (did you mean --epochs?): see outsole evaluate --help
            nightly --hisotry h               | outsole nightly: unknown option '--hisotry' (did you mean --history?): see outsole nightly --help
            sweep --dryrun                    | outsole sweep: unknown option '--dryrun' (did you mean --dry-run?): see outsole sweep --help
            sweep --maser yarn                | outsole sweep: unknown option '--maser' (did you mean --master?): see outsole sweep --help
            evaluate --driver-memory 4g       | outsole evaluate: --driver-memory is an option of spark-submit: give it at the end, behind a --
            evaluate --conf=spark.a=b         | outsole evaluate: --conf is an option of spark-submit: give it at the end, behind a --
            evaluate sandal                   | outsole evaluate: 'sandal' belongs to no option: see outsole evaluate --help
            evaluate --seed 1 --seed 2        | outsole evaluate: --seed is given twice: give it once
            """)
    void whatDoesNotExistIsAskedAbout(String arguments, String line) {
        assertOneLine(arguments, line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evaluate --epochs many            | outsole evaluate: --epochs many: give a whole number
            evaluate --epochs 2.5             | outsole evaluate: --epochs 2.5: give a whole number
            evaluate --epochs                 | outsole evaluate: give --epochs N
            evaluate --epochs --seed 3        | outsole evaluate: give --epochs N
            evaluate --epochs 99999999999     | outsole evaluate: --epochs 99999999999: give a whole number from -2147483648 to 2147483647
            evaluate --epochs -3              | outsole evaluate: --epochs -3: give a whole number of at least 1
            evaluate --workers 0              | outsole evaluate: --workers 0: give a whole number of at least 1
            evaluate --svm-sample 1           | outsole evaluate: --svm-sample 1: give 0 (all rows), or a whole number of at least 2
            evaluate --calibration-fraction x | outsole evaluate: --calibration-fraction x: give a number, such as 0.05
            evaluate --calibration-fraction 1 | outsole evaluate: --calibration-fraction 1: give a number from 0 (none) to below 1
            train --calibration-fraction NaN  | outsole train: --calibration-fraction NaN: give a number from 0 (none) to below 1
            evaluate --allow-collapsed=maybe  | outsole evaluate: --allow-collapsed maybe: give it without a value
            sweep --seeds 0                   | outsole sweep: --seeds 0: give a whole number from 1 to 10000
            sweep --concurrency -1            | outsole sweep: --concurrency -1: give a whole number of at least 1, or 0 for as many as Spark has slots
            nightly --date yesterday          | outsole nightly: --date yesterday: give a date, such as 2026-11-28
            nightly --retain -1               | outsole nightly: --retain -1: give the number of nights whose run directories are kept, or 0 to keep all
            history --format tabel            | outsole history: --format: unknown value 'tabel' (did you mean table?): choose among table, csv, json
            history --last 0                  | outsole history: --last 0: give a number of nights, at least 1
            history --pair sandal             | outsole history: --pair sandal: give the normal and the abnormal class, such as sandal/sneaker
            score --model m --input i         | outsole score: give --output FOLDER
            score --output                    | outsole score: give --output FOLDER
            score --model m --input i --output o --false-alarm-rate 1 | outsole score: --false-alarm-rate 1: give a number between 0 and 1, such as 0.05
            report                            | outsole report: give RUN
            ingest --images train=a.gz        | outsole ingest: --labels names no file for train: give --labels train=FILE,test=FILE
            ingest --images a.gz              | outsole ingest: --images a.gz: give --images SPLIT=FILE
            ingest --images trian=a,test=b --labels train=c,test=d | outsole ingest: unknown split 'trian' (did you mean train?): it is train or test
            """)
    void ofAWrongValueTheOptionIsNamedWithWhatToGive(String arguments, String line) {
        assertOneLine(arguments, line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evaluate --normal sandl               | outsole evaluate: unknown class 'sandl' (did you mean sandal?): choose one of 0 t-shirt-top
            evaluate --normal 10                  | outsole evaluate: unknown class '10': choose one of 0 t-shirt-top
            evaluate --normal bag --abnormal 8    | outsole evaluate: normal and abnormal class are both 'bag'
            sweep --normal bag,boots              | outsole sweep: unknown class 'boots' (did you mean ankle-boot?): choose one of
            train --normal clog                   | outsole train: unknown class 'clog': choose one of 0 t-shirt-top
            tune --normal clog                    | outsole tune: unknown class 'clog': choose one of 0 t-shirt-top
            sweep --normal bag --abnormal bag     | outsole sweep: normal and abnormal class are both 'bag'
            """)
    void classesAreKnownBeforeAnyWork(String arguments, String start) throws IOException {
        assertThat(Failed.by(arguments + " --config " + tenClasses()).line()).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evaluate --detectors pixel            | outsole evaluate: unknown detector 'pixel' (did you mean pixels?): choose among pixels, autoencoder
            train --detectors pixels,Gaussian     | outsole train: unknown detector 'Gaussian' (did you mean gaussian?): choose among
            sweep --detectors tarot               | outsole sweep: unknown detector 'tarot': choose among pixels
            nightly --detectors neigbours         | outsole nightly: unknown detector 'neigbours' (did you mean neighbours?): choose among
            evaluate --epochs -3                  | outsole evaluate: --epochs -3: give
            evaluate --calibration-fraction 1     | outsole evaluate: --calibration-fraction 1: give
            train --calibration-fraction NaN      | outsole train: --calibration-fraction NaN: give
            sweep --seeds 0                       | outsole sweep: --seeds 0: give
            sweep --concurrency -1                | outsole sweep: --concurrency -1: give
            nightly --svm-sample 1                | outsole nightly: --svm-sample 1: give
            """)
    void whatDoesNotDependOnTheDataIsKnownBeforeTheyAreLookedFor(String arguments, String start) {
        assertThat(Failed.by(arguments + " --data " + temporary.resolve("nothing"))
                        .line())
                .startsWith(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evalute", "evaluate --epoch 3", "evaluate --epochs x", "score", "history --format xml"})
    void noMessageSpeaksOfWhatTheUserDidNotGive(String arguments) {
        assertThat(Failed.by(arguments).line())
                .doesNotContain("--config", "Unmatched", "index", "int'", "an int", "Expected parameter");
    }

    @Test
    void withoutACommandTheCommandsAreNamed() {
        StringWriter err = new StringWriter();

        assertThat(Main.commandLine().setErr(new PrintWriter(err)).execute()).isEqualTo(2);
        assertThat(err.toString()).startsWith("outsole: no command given: evaluate, ");
    }

    /** Settings for a data set with an image of each class of Fashion-MNIST, and with their names. */
    private String tenClasses() throws IOException {
        byte[] images = IdxBytes.images(10, new ImageShape(1, 1), new int[10]);
        byte[] labels = IdxBytes.labels(IntStream.range(0, 10).toArray());
        Path data = temporary.resolve("data");
        IdxBytes.write(data, images, labels, images, labels);
        String classes = "\"" + String.join("\", \"", FashionMnist.CLASSES.names()) + "\"";
        return Files.writeString(
                        temporary.resolve("own.conf"),
                        "outsole.data { source = \"" + data + "\", classes = [" + classes + "] }")
                .toString();
    }

    private static void assertOneLine(String arguments, String line) {
        assertThat(Failed.by(arguments).line()).isEqualTo(line);
    }

    /** A run that the user has to mend. */
    private record Failed(String line) {

        static Failed by(String arguments) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exitCode = Main.commandLine()
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(arguments.split(" "));
            assertThat(exitCode).as(err.toString()).isEqualTo(2);
            assertThat(out.toString()).isEmpty();
            assertThat(err.toString().lines()).hasSize(1);
            return new Failed(err.toString().strip());
        }
    }
}
