package com.avonsolutions.staff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine;

/** Runs staff commands as a process would, and keeps what they print. */
final class StaffTerminal {
  private final Function<Session, CommandLine> commands;
  private final Clock clock;
  private final Map<String, String> variables;
  private final Consumer<Duration> sleep;

  StaffTerminal(Clock clock) {
    this(clock, Map.of(), time -> {});
  }

  StaffTerminal(Clock clock, Map<String, String> variables, Consumer<Duration> sleep) {
    this(Main::commandLine, clock, variables, sleep);
  }

  StaffTerminal(
      Function<Session, CommandLine> commands,
      Clock clock,
      Map<String, String> variables,
      Consumer<Duration> sleep) {
    this.commands = commands;
    this.clock = clock;
    this.variables = variables;
    this.sleep = sleep;
  }

  /** What a command left behind. */
  record Result(int exitCode, List<String> out, List<String> err) {

    /** A failure that printed this one line on standard error. */
    void shouldBe(int code, String line) {
      assertThat(err).containsExactly(line);
      assertThat(exitCode).isEqualTo(code);
    }
  }

  Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, true, UTF_8);
    int exitCode =
        CommandRunner.run(
            commands.apply(new Session(clock, variables, sleep, outStream)),
            outStream,
            new PrintStream(err, true, UTF_8),
            arguments);
    return new Result(
        exitCode, out.toString(UTF_8).lines().toList(), err.toString(UTF_8).lines().toList());
  }

  /** Runs a command on the tables at this address. */
  Result on(Object endpoint, String... words) {
    List<String> arguments = new ArrayList<>();
    Collections.addAll(arguments, words);
    Collections.addAll(arguments, "--endpoint", endpoint.toString());
    return run(arguments.toArray(String[]::new));
  }

  /** What a command that succeeds prints. */
  List<String> lines(Object endpoint, String... words) {
    Result result = on(endpoint, words);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out();
  }
}
