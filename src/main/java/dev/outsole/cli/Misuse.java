package dev.outsole.cli;

import dev.outsole.UserError;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line: with what the user gave, and in words that are no programmer's. */
final class Misuse {

    /** Options that the launcher takes before this program sees the others. */
    private static final List<String> LAUNCHERS = List.of("--master", "--deploy-mode", "--dry-run");
    /** Options of spark-submit that go behind a {@code --}. */
    private static final Set<String> SPARKS = Set.of(
            "--conf",
            "--jars",
            "--files",
            "--packages",
            "--properties-file",
            "--driver-memory",
            "--driver-cores",
            "--executor-memory",
            "--executor-cores",
            "--num-executors",
            "--total-executor-cores",
            "--queue");

    private Misuse() {}

    static String message(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unknown(command, unmatched.getUnmatched().get(0));
        }
        if (e instanceof MissingParameterException missing) {
            return "give " + missing.getMissing().stream().map(Misuse::usage).collect(Collectors.joining(" and "));
        }
        if (e instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " is given twice: give it once";
        }
        return Optional.ofNullable(e.getArgSpec())
                .map(argument -> wrongValue(argument, String.valueOf(e.getValue())))
                .orElseGet(() -> ofHelp(command, e));
    }

    /** The first word that can't be placed; it may be the cause of others behind it. */
    private static String unknown(CommandSpec command, String word) {
        String mend = "see " + command.qualifiedName() + " --help";
        if (word.startsWith("-")) {
            return unknownOption(command, word.replaceFirst("=.*", ""), mend);
        }
        return command.subcommands().isEmpty()
                ? "'" + word + "' belongs to no option: " + mend
                : text(UserError.unknown("command", word, command.subcommands().keySet(), mend));
    }

    private static String unknownOption(CommandSpec command, String name, String mend) {
        if (SPARKS.contains(name)) {
            return name + " is an option of spark-submit: give it at the end, behind a --";
        }
        List<String> options = Stream.concat(
                        command.options().stream().map(OptionSpec::longestName), LAUNCHERS.stream())
                .toList();
        return text(UserError.unknown("option", name, options, mend));
    }

    /** The command {@code help} knows no other exception. */
    private static String ofHelp(CommandSpec command, ParameterException e) {
        return e.getValue() == null ? text(e) : unknown(command, e.getValue());
    }

    private static String text(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }

    private static String wrongValue(ArgSpec argument, String value) {
        String given = name(argument) + " " + value;
        if (argument.isOption() && argument.arity().max() == 0) {
            return given + ": give it without a value";
        }
        Class<?> type = argument.isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type();
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .toList();
            String mend = "choose among " + String.join(", ", names);
            return name(argument) + ": " + text(UserError.unknown("value", value, names, mend));
        }
        return given + ": " + wanted(argument, type, value);
    }

    private static String wanted(ArgSpec argument, Class<?> type, String value) {
        if (type == int.class || type == Integer.class) {
            return wholeNumber(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == long.class || type == Long.class) {
            return wholeNumber(value, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == double.class || type == Double.class) {
            return "give a number, such as 0.05";
        }
        return type == LocalDate.class ? "give a date, such as 2026-11-28" : "give " + usage(argument);
    }

    private static String wholeNumber(String value, long least, long most) {
        return isWhole(value) ? "give a whole number from " + least + " to " + most : "give a whole number";
    }

    private static boolean isWhole(String value) {
        try {
            return new BigInteger(value).bitLength() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** An option with what it takes, such as {@code --epochs N}. */
    private static String usage(ArgSpec argument) {
        return argument.isOption() ? name(argument) + " " + argument.paramLabel() : argument.paramLabel();
    }
}
