package dev.outsole.cli;

import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** What the user's terminal can show, as the environment says. */
record Terminal(boolean interactive, Map<String, String> environment) {
    /** picocli lays help out in no fewer columns. */
    private static final int LEAST_FOR_HELP = 55;

    /** The one that the program is run in. */
    @SuppressWarnings("SystemConsoleNull") // Java 17, where it is null unless both input and output are a terminal
    static Terminal current() {
        return new Terminal(System.console() != null, System.getenv());
    }

    /** Whether a line may be drawn over: an editor's shell, or a continuous integration's, can't. */
    boolean redraws() {
        return interactive && !isDumb();
    }

    private boolean isDumb() {
        return "dumb".equals(environment.get("TERM"));
    }

    /** What the user has set; without it the terminal is asked. */
    OptionalInt columns() {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{0,3}") ? OptionalInt.of(Integer.parseInt(columns)) : OptionalInt.empty();
    }

    /** Help as wide as the terminal, 80 columns where there is none; with colours only where they are wanted. */
    CommandLine fit(CommandLine command) {
        boolean plain = isDumb() || !environment.getOrDefault("NO_COLOR", "").isEmpty();
        command.setColorScheme(Help.defaultColorScheme(plain ? Ansi.OFF : Ansi.AUTO))
                .setUsageHelpAutoWidth(true);
        columns()
                .ifPresent(columns ->
                        command.setUsageHelpAutoWidth(false).setUsageHelpWidth(Math.max(LEAST_FOR_HELP, columns)));
        return command;
    }
}
