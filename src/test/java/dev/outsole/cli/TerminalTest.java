package dev.outsole.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class TerminalTest {

    static Stream<String> commands() {
        return Stream.concat(Stream.of(""), new CommandLine(new Main()).getSubcommands().keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyHelpFitsItsColumns(String command) {
        assertThat(help(command, Map.of())).isNotEmpty().allMatch(line -> line.length() <= 80);
        assertThat(help(command, Map.of("COLUMNS", "60"))).isNotEmpty().allMatch(line -> line.length() <= 60);
        assertThat(help(command, Map.of("COLUMNS", "20"))).isNotEmpty().allMatch(line -> line.length() <= 55);
    }

    private static List<String> help(String command, Map<String, String> environment) {
        CommandLine main = new Terminal(false, environment).fit(new CommandLine(new Main()));
        CommandLine wanted = command.isEmpty() ? main : main.getSubcommands().get(command);
        return wanted.getUsageMessage(Ansi.OFF).lines().toList();
    }

    @Test
    void aWiderTerminalTakesFewerLines() {
        assertThat(help("evaluate", Map.of("COLUMNS", "160")))
                .hasSizeLessThan(help("evaluate", Map.of("COLUMNS", "60")).size());
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "0, ''", "-5, ''", "wide, ''", "99999999999, ''", "60, 60"})
    void columnsAreAWholeNumberOrNotSet(String text, String columns) {
        assertThat(new Terminal(true, Map.of("COLUMNS", text))
                        .columns().stream().mapToObj(String::valueOf))
                .isEqualTo(columns.isEmpty() ? List.of() : List.of(columns));
    }

    @ParameterizedTest
    @CsvSource({"TERM, dumb", "NO_COLOR, 1"})
    void aTerminalThatWantsNoColoursGetsNone(String name, String value) {
        CommandLine command = new Terminal(true, Map.of(name, value)).fit(new CommandLine(new Main()));

        assertThat(command.getColorScheme().ansi()).isEqualTo(Ansi.OFF);
        assertThat(command.getUsageMessage()).doesNotContain("\u001b");
    }

    @Test
    void onlyATerminalThatCanIsDrawnOver() {
        assertThat(new Terminal(true, Map.of("TERM", "xterm")).redraws()).isTrue();
        assertThat(new Terminal(true, Map.of("TERM", "dumb")).redraws()).isFalse();
        assertThat(new Terminal(false, Map.of("TERM", "xterm")).redraws()).isFalse();
    }
}
