package com.avonsolutions.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.local.modules.ClassCopies;
import com.avonsolutions.staff.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The flags, without a JVM of their own as in {@link MainTest}. */
class ServeCommandTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream error = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --prot 9090              | Unknown options: '--prot', '9090'. Try --help.
          --port                   | Missing required parameter for option '--port' (N). Try --help.
          --port http              | --port: "http" is not a port: give a number from 0 to 65535.
          --port 65536             | --port: "65536" is not a port: give a number from 0 to 65535.
          --parameter Stage        | Value for option '--parameter' (NAME=VALUE) should be in KEY=VALUE format but was Stage. Try --help.
          """)
  void call_shouldSayWhatToDo_whenArgumentsAreWrong(String arguments, String line) {
    assertThat(run(arguments.split(" ", -1))).isEqualTo(CommandLine.ExitCode.USAGE);

    assertThat(text(error)).isEqualTo(line + System.lineSeparator());
  }

  @Test
  void call_shouldPrintItsFlags_whenAskedForHelp() {
    assertThat(run("--help")).isZero();

    assertThat(text(out))
        .startsWith("Usage: mvn compile exec:java [-Dexec.args=\"FLAGS\"]")
        .contains(
            "--port=N",
            "(8080)",
            "--memory",
            "--data=DIR",
            "(.local-data)",
            "--no-samples",
            "--parameter=NAME=VALUE",
            "--watch",
            "--no-timeouts",
            "--json-logs",
            "--tables-only",
            "--dynamodb-port=N",
            "--stacktrace",
            "--help");
  }

  private int run(String... arguments) {
    return CommandRunner.run(
        new CommandLine(new ServeCommand(ClassCopies.in(folder))),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(error, true, StandardCharsets.UTF_8),
        arguments);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
