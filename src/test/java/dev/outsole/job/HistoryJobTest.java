package dev.outsole.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outsole.UserError;
import dev.outsole.history.HistoryLine;
import dev.outsole.spark.TestSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A history of one night: clogs against mules and pumps, by pixels. */
class HistoryJobTest {
    @TempDir
    private Path folder;

    private HistoryStore store;

    @BeforeEach
    void addANight() throws IOException {
        store = HistoryStore.open(
                TestSession.spark(), new org.apache.hadoop.fs.Path(folder.toUri()), Duration.ofSeconds(30));
        HistoryNights.commit(store, LocalDate.of(2026, 11, 24), "run-1", false);
    }

    @Test
    void aPairIsNamedAsUsersNameIt() throws IOException {
        assertThat(lines("pixels", "clog/mule"))
                .singleElement()
                .satisfies(line -> assertThat(line.auc()).isEqualTo(0.9));
        assertThat(lines(null, null)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            pixel  | -         | unknown detector 'pixel' (did you mean pixels?): the last 30 nights in history have pixels
            tarot  | clog/mule | unknown detector 'tarot': the last 30 nights in history have pixels
            -      | clog/mul  | unknown pair 'clog/mul' (did you mean clog/mule?): the last 30 nights in history have other
            pixels | clgo/pump | unknown pair 'clgo/pump' (did you mean clog/pump?): the last 30 nights in history have other
            -      | boot/shoe | unknown pair 'boot/shoe': the last 30 nights in history have other pairs of classes
            """)
    void aSlipIsAskedAbout(@Nullable String detector, @Nullable String pair, String message) {
        assertThatThrownBy(() -> lines(detector, pair))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(message);
    }

    private List<HistoryLine> lines(@Nullable String detector, @Nullable String pair) throws IOException {
        HistoryRequest request = new HistoryRequest(30, Optional.ofNullable(detector), Optional.ofNullable(pair));
        return new HistoryJob("history", request).lines(store);
    }
}
