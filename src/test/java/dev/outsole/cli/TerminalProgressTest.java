package dev.outsole.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalProgressTest {
    private static final List<String> PARTS = List.of(
            "models",
            "3/20",
            "1 failed",
            "4 training",
            "12 waiting",
            "pixels ankle-boot seed 1 done",
            "0:01:00",
            "0:05:40 left");

    @Test
    void aWideTerminalShowsAllOfItAndABar() {
        assertThat(ProgressLine.layOut(PARTS, Optional.of(0.5), 120))
                .isEqualTo("models  3/20  1 failed  4 training  12 waiting  pixels ankle-boot seed 1 done  0:01:00"
                        + "  0:05:40 left  [========        ]")
                .hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void in60ColumnsWholePartsAreLeftOutAndNoneIsCut() {
        assertThat(ProgressLine.layOut(PARTS, Optional.of(0.15), 60))
                .isEqualTo("models  3/20  1 failed  4 training  12 waiting  [=         ]");
        assertThat(ProgressLine.layOut(
                        List.of("autoencoder: fitting", "12/50", "loss 0.03123", "0:00:05"), Optional.of(0.24), 60))
                .isEqualTo("autoencoder: fitting  12/50  loss 0.03123  0:00:05");
        assertThat(ProgressLine.layOut(List.of("loading images", "0:00:05"), Optional.empty(), 60))
                .isEqualTo("loading images  0:00:05");
    }

    /** Carriage returns alone; each line leaves the last column free, where some terminals wrap. */
    @ParameterizedTest
    @ValueSource(ints = {40, 60, 200})
    void aBarStaysInItsColumnsAndUsesNoEscapeSequence(int columns) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TerminalProgress progress = new Bars(new PrintStream(out, true, UTF_8), OptionalInt.of(columns))) {
            progress.step("loading images");
            progress.advance("models", 0, 20, "2 training, 18 waiting");
            progress.advance("models", 1, 20, "pixels ankle-boot seed 1, 2 training, 17 waiting");
            progress.step("reconstruction: fitting again, since the embedding of seed -8423 collapsed in epoch 3");
        }
        String shown = out.toString(UTF_8);

        assertThat(shown).contains("loading images").contains("models").doesNotContain("\u001b");
        assertThat(shown.split("[\r\n]"))
                .allSatisfy(line -> assertThat(line.startsWith("reconstruction") || line.length() < columns)
                        .as(line)
                        .isTrue());
    }

    @Test
    void nothingIsShownOnceItIsClosed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TerminalProgress progress = new Bars(new PrintStream(out, true, UTF_8), OptionalInt.of(80));
        progress.close();
        progress.step("loading images");
        progress.advance("models", 1, 20, "");

        assertThat(out.size()).isZero();
    }

    /** A line when a model ends, and none when one begins. */
    @Test
    void aLogHasALineForEachPartThatIsDone() {
        Lines lines = new Lines();
        TerminalProgress progress = new LogLines();
        lines.capture(() -> {
            progress.step("loading images");
            progress.advance("models", 0, 3, "1 training, 2 waiting");
            progress.advance("models", 0, 3, "2 training, 1 waiting");
            progress.advance("models", 1, 3, "pixels bag seed 1, 1 training, 1 waiting");
            progress.advance("models", 1, 3, "2 training, 0 waiting");
            progress.advance("models", 2, 3, "pixels coat seed 1, 1 training, 0 waiting");
            progress.advance("tasks", 1, 2, "");
        });

        assertThat(lines.texts)
                .containsExactly(
                        "loading images",
                        "models 1/3 pixels bag seed 1, 1 training, 1 waiting",
                        "models 2/3 pixels coat seed 1, 1 training, 0 waiting",
                        "tasks 1/2 ");
    }

    /** Keeps what the progress logs. */
    private static final class Lines extends AbstractAppender {
        private final List<String> texts = new CopyOnWriteArrayList<>();

        Lines() {
            super("lines", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            texts.add(event.getMessage().getFormattedMessage());
        }

        void capture(Runnable work) {
            Configurator.setLevel(LogLines.LOGGER, Level.INFO);
            LoggerContext context = (LoggerContext) LogManager.getContext(false);
            org.apache.logging.log4j.core.Logger logger = context.getLogger(LogLines.LOGGER);
            start();
            logger.addAppender(this);
            try {
                work.run();
            } finally {
                logger.removeAppender(this);
            }
        }
    }
}
