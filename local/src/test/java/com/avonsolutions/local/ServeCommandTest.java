package com.avonsolutions.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.local.modules.ClassCopies;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.engine.Tables;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.staff.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The flags, without a JVM of their own as in {@link MainTest}. */
class ServeCommandTest {

  @TempDir Path folder;

  @TempDir Path copies;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream error = new ByteArrayOutputStream();

  @BeforeEach
  void makeProject() throws IOException {
    FixtureProject.in(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --prot 9090              | Unknown options: '--prot', '9090'. Try --help.
          --port                   | Missing required parameter for option '--port' (N). Try --help.
          --port http              | --port: "http" is not a port: give a number from 0 to 65535.
          --port 65536             | --port: "65536" is not a port: give a number from 0 to 65535.
          --memory --data x        | --memory, --data=DIR are mutually exclusive (specify only one). Try --help.
          deploy                   | Unmatched argument at index 0: 'deploy'. Try --help.
          --memory --parameter X=1 | --parameter: FOLDER/template.yaml has no parameter X
          --parameter Stage        | Value for option '--parameter' (NAME=VALUE) should be in KEY=VALUE format but was Stage. Try --help.
          """)
  void call_shouldSayWhatToDo_whenArgumentsAreWrong(String arguments, String line) {
    assertThat(run(arguments.split(" ", -1))).isEqualTo(CommandLine.ExitCode.USAGE);

    assertThat(text(error))
        .isEqualTo(line.replace("FOLDER", folder.toString()) + System.lineSeparator());
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

  @Test
  void call_shouldNameTheFolder_whenItCannotBeWritten() {
    assertThat(failure("--port", "0", "--data", "template.yaml/in"))
        .isEqualTo(
            "Cannot write to "
                + folder
                + "/template.yaml/in: choose another folder with --data, or use --memory.");
  }

  @Test
  void call_shouldSayWhatToDo_whenTheTablesAreDamaged() throws IOException {
    Path data = Files.createDirectories(folder.resolve(".local-data"));
    Files.writeString(data.resolve("shared-local-instance.db"), "no database".repeat(1000));

    assertThat(failure("--port", "0"))
        .isEqualTo(
            "The tables in "
                + data
                + " cannot be used: the disk is full (free some space), or their files are"
                + " damaged or of another version: delete "
                + data
                + " to start afresh, or use --memory.");
  }

  @Test
  void call_shouldNameTheFile_whenAQueuesMessageIsOfAnotherVersion() throws IOException {
    Path queue = Files.createDirectories(folder.resolve(".local-data/queues/NotesQueue"));
    Path message = Files.writeString(queue.resolve("1.json"), "{\"id\":\"1\"}");

    assertThat(failure("--port", "0"))
        .isEqualTo(
            message
                + " is no message of this version: delete "
                + folder.resolve(".local-data")
                + " to start afresh, or use --memory.");
  }

  @Test
  void call_shouldNameTheFolder_whenALibraryIsNotBuilt() throws IOException {
    Path library = folder.resolve("libraries/words/target/classes");
    Files.writeString(
        folder.resolve("functions/fixture/target/runtime-classpath.txt"), library.toString());

    assertThat(failure("--memory", "--port", "0"))
        .isEqualTo(library + " is missing: run 'mvn compile'.");
  }

  @Test
  void call_shouldNameTheLine_whenTemplateIsBroken() throws IOException {
    Files.writeString(
        folder.resolve("template.yaml"), FixtureProject.TEMPLATE.replace("Handler:", "Handlr:"));

    assertThat(failure("--port", "0", "--memory"))
        .isEqualTo(folder.resolve("template.yaml") + ":7: Properties has no Handler");
  }

  @Test
  void call_shouldNameTheClass_whenHandlerIsMissing() throws IOException {
    Files.writeString(
        folder.resolve("template.yaml"),
        FixtureProject.TEMPLATE.replace("FaultyHandler", "MissingHandler"));

    assertThat(failure("--memory", "--port", "0"))
        .startsWith(
            "The handler of FaultyFunction, com.avonsolutions.local.fixture.MissingHandler, is in"
                + " no module under functions/");
  }

  @ParameterizedTest
  @CsvSource({"--port, --memory", "--dynamodb-port, --port 0 --memory"})
  void call_shouldNameThePort_whenItIsTaken(String flag, String others) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> arguments = new ArrayList<>(List.of(others.split(" ", -1)));
      arguments.addAll(List.of(flag, Integer.toString(taken.getLocalPort())));

      assertThat(failure(arguments.toArray(String[]::new)))
          .isEqualTo(
              "Port %d is taken: stop what listens there, or choose another one with %s."
                  .formatted(taken.getLocalPort(), flag));
    }
  }

  @Test
  void call_shouldSuggestAFreshFolder_whenATablesKeysChanged() throws IOException {
    Path data = Files.createDirectories(folder.resolve(".local-data"));
    try (EmbeddedDynamoDb engine =
        EmbeddedDynamoDb.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.of(data))) {
      SamTemplate template = SamTemplate.read(folder.resolve("template.yaml"));
      new Tables(engine.client(), template.tables().values()).create();
    }
    Files.writeString(
        folder.resolve("template.yaml"),
        FixtureProject.TEMPLATE.replace("AttributeName: id", "AttributeName: slug"));

    assertThat(failure("--tables-only", "--dynamodb-port", "0"))
        .isEqualTo(
            "Table NotesTable was made with other keys than template.yaml has now: delete "
                + data
                + " to start afresh, or use --memory.");
  }

  @Test
  void call_shouldNameTheFailure_withoutItsTrace() throws IOException {
    // Not UTF-8.
    Files.write(
        folder.resolve("functions/fixture/target/runtime-classpath.txt"), new byte[] {(byte) 0xff});

    assertThat(failure("--memory", "--port", "0"))
        .startsWith("UncheckedIOException: ")
        .endsWith("Add --stacktrace to see where.");
  }

  /** The one line that the command prints when it fails. */
  private String failure(String... arguments) {
    assertThat(run(arguments)).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(text(error).lines()).as(text(error)).hasSize(1);
    return text(error).trim();
  }

  private int run(String... arguments) {
    return CommandRunner.run(
        new CommandLine(new ServeCommand(folder, ClassCopies.in(copies))),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(error, true, StandardCharsets.UTF_8),
        arguments);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
