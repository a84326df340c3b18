package com.avonsolutions.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.sandbox.template.TemplateException;
import com.avonsolutions.text.Unicode;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a command line and turns every failure into one line on standard error: exit code 0 for
 * success, 1 for a failure, 2 for wrong arguments.
 */
public final class CommandRunner {

  /** The options of every command. */
  private static final class CommonOptions {
    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        scope = ScopeType.INHERIT,
        description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it.
    private boolean help;

    @Option(
        names = "--stacktrace",
        scope = ScopeType.INHERIT,
        description = "Show the stack trace of a failure.")
    private boolean stackTrace;
  }

  private CommandRunner() {}

  /** Runs what the arguments say, and returns the exit code. */
  public static int run(
      CommandLine commandLine, PrintStream out, PrintStream err, String... arguments) {
    CommonOptions options = new CommonOptions();
    return commandLine
        .addMixin("common", options)
        // An address or a text may begin with @.
        .setExpandAtFiles(false)
        .setOut(new PrintWriter(out, true, UTF_8))
        .setErr(new PrintWriter(err, true, UTF_8))
        .setParameterExceptionHandler(
            (wrong, words) -> {
              err.println(oneLine(usageError(wrong, List.of(words))));
              return CommandLine.ExitCode.USAGE;
            })
        .setExecutionExceptionHandler(
            (thrown, command, parsed) -> {
              Throwable failure = unwrapped(thrown);
              err.println(oneLine(message(failure)));
              if (options.stackTrace) {
                failure.printStackTrace(err);
              }
              return failure instanceof TypeConversionException
                  ? CommandLine.ExitCode.USAGE
                  : CommandLine.ExitCode.SOFTWARE;
            })
        .execute(arguments);
  }

  private static String usageError(ParameterException wrong, List<String> typed) {
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    String words = words(command);
    String help = " Try " + (words + " --help").strip() + ".";
    if (wrong.getCause() instanceof TypeConversionException unreadable) {
      // The value of a misspelled option looks like a parameter.
      Optional<String> unknown = unknownOption(typed, command);
      if (unknown.isPresent()) {
        return "Unknown option: '" + unknown.get() + "'." + help;
      }
      return option(wrong.getArgSpec()).map(name -> name + ": ").orElse("")
          + unreadable.getMessage();
    }
    List<String> subcommands =
        command.subcommands().values().stream()
            .map(CommandLine::getCommandName)
            .distinct()
            .toList();
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !subcommands.isEmpty()
        && !unmatched.isUnknownOption()) {
      return "There is no command \""
          + (words + " " + unmatched.getUnmatched().get(0)).strip()
          + "\", only: "
          + String.join(", ", subcommands)
          + "."
          + help;
    }
    if (!subcommands.isEmpty() && !(wrong instanceof UnmatchedArgumentException)) {
      return "Say which command: "
          + subcommands.stream()
              .map(name -> (words + " " + name).strip())
              .collect(Collectors.joining(", "))
          + "."
          + help;
    }
    if (wrong instanceof MissingParameterException missing
        && missing.getMissing().stream().anyMatch(arg -> arg.group() != null)) {
      return "Say which table: --endpoint http://localhost:PORT as the local server prints it, or"
          + " --table NAME from the outputs of the deployed stack.";
    }
    return String.valueOf(wrong.getMessage())
            .replaceFirst("^Error: ", "")
            .replace("option option", "option") // As picocli writes it.
        + "."
        + help;
  }

  private static Optional<String> unknownOption(List<String> typed, CommandSpec command) {
    return typed.stream()
        .filter(word -> word.startsWith("--"))
        .map(word -> word.replaceFirst("=.*", ""))
        .filter(name -> !command.optionsMap().containsKey(name))
        .findFirst();
  }

  /** The words that select a command, without the name of the program. */
  private static String words(CommandSpec command) {
    String name = command.qualifiedName();
    int blank = name.indexOf(' ');
    return blank < 0 ? "" : name.substring(blank + 1);
  }

  private static Optional<String> option(@Nullable ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? Optional.of(option.longestName())
        : Optional.empty();
  }

  private static Throwable unwrapped(Throwable thrown) {
    return thrown instanceof ExecutionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  private static String message(Throwable failure) {
    if (failure instanceof UserError
        || failure instanceof TemplateException
        || failure instanceof TypeConversionException) {
      return String.valueOf(failure.getMessage());
    }
    Throwable root =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .reduce(failure, (first, second) -> second);
    return (root.equals(failure)
            ? described(failure)
            : described(failure) + " (" + described(root) + ")")
        + ". Add --stacktrace to see where.";
  }

  private static String described(Throwable failure) {
    return failure.getClass().getSimpleName()
        + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
  }

  private static String oneLine(String text) {
    return Unicode.printable(text).replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
