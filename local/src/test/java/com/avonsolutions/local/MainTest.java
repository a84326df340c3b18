package com.avonsolutions.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** In a JVM of its own, as Maven runs it: exit codes and the lines a person sees. */
class MainTest {

  private static final Pattern TABLES_AT = Pattern.compile("\\((http://localhost:[0-9]+)\\)");

  @TempDir Path folder;

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
          --parameter Stage        | Value for option '--parameter' (NAME=VALUE) should be in KEY=VALUE format but was Stage. Try --help.
          deploy                   | Unmatched argument at index 0: 'deploy'. Try --help.
          """)
  void main_shouldSayWhatToDo_whenArgumentsAreWrong(String arguments, String line)
      throws Exception {
    assertThat(failure(2, arguments.split(" ", -1))).isEqualTo(line);
  }

  @Test
  void main_shouldNameTheFolder_whenItCannotBeWritten() throws Exception {
    assertThat(failure("--port", "0", "--data", "template.yaml/in"))
        .isEqualTo(
            "Cannot write to "
                + folder
                + "/template.yaml/in: choose another folder with --data, or use --memory.");
  }

  @Test
  void main_shouldPrintATrace_onlyWhenAskedTo() throws Exception {
    // Not UTF-8.
    Files.write(
        folder.resolve("functions/fixture/target/runtime-classpath.txt"), new byte[] {(byte) 0xff});

    assertThat(failure("--memory", "--port", "0"))
        .startsWith("UncheckedIOException: ")
        .endsWith("Add --stacktrace to see where.");
    Process process = start("--memory", "--port", "0", "--stacktrace");
    assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
        .contains("\tat com.avonsolutions.local.");
  }

  @Test
  void main_shouldNameTheLine_whenTemplateIsBroken() throws Exception {
    Files.writeString(
        folder.resolve("template.yaml"), FixtureProject.TEMPLATE.replace("Handler:", "Handlr:"));

    assertThat(failure("--port", "0", "--memory"))
        .isEqualTo(folder.resolve("template.yaml") + ":7: Properties has no Handler");
  }

  @Test
  void main_shouldNameTheClass_whenHandlerIsMissing() throws Exception {
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
  void main_shouldNameThePort_whenItIsTaken(String flag, String others) throws Exception {
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
  void data_shouldSurvive_whenServerIsStoppedOrKilled() throws Exception {
    try (Running server = serve("--port", "0")) {
      put(server.tables(), "first");
      assertThat(failure("--port", "0"))
          .isEqualTo(
              folder.resolve(".local-data")
                  + " is in use by another running server: stop that one, choose another folder"
                  + " with --data, or use --memory.");

      server.process().destroyForcibly().waitFor();
    }
    try (Running server = serve("--port", "0")) {
      put(server.tables(), "second");

      // Process.destroy would close the streams that are read below.
      server.process().toHandle().destroy();

      assertThat(server.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(server.process().exitValue()).isEqualTo(143);
      assertThat(server.error()).isEmpty();
    }
    try (Running server = serve("--tables-only", "--dynamodb-port", "0");
        DynamoDbClient client = EmbeddedDynamoDb.client(server.tables())) {
      assertThat(client.scan(r -> r.tableName("NotesTable")).items())
          .extracting(item -> item.get("id"))
          .containsExactlyInAnyOrder(AttributeValue.fromS("first"), AttributeValue.fromS("second"));
    }
  }

  @Test
  void main_shouldSuggestAFreshFolder_whenATablesKeysChanged() throws Exception {
    try (Running server = serve("--tables-only", "--dynamodb-port", "0")) {
      assertThat(server.process().isAlive()).isTrue();
    }
    Files.writeString(
        folder.resolve("template.yaml"),
        FixtureProject.TEMPLATE.replace("AttributeName: id", "AttributeName: slug"));

    assertThat(failure("--tables-only", "--dynamodb-port", "0"))
        .isEqualTo(
            "Table NotesTable was made with other keys than template.yaml has now: delete "
                + folder.resolve(".local-data")
                + " to start afresh, or use --memory.");
  }

  @Test
  void main_shouldPrintItsFlags_whenAskedForHelp() throws Exception {
    Process process = start("--help");

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .startsWith("Usage: mvn compile exec:java [-Dexec.args=\"FLAGS\"]")
        .contains(
            "--port=N",
            "(8080)",
            "--memory",
            "--data=DIR",
            "(.local-data)",
            "--no-samples",
            "--parameter=NAME=VALUE",
            "--tables-only",
            "--dynamodb-port=N",
            "--stacktrace",
            "--help");
    assertThat(process.waitFor()).isZero();
  }

  private String failure(String... arguments) throws Exception {
    return failure(1, arguments);
  }

  /** The one line that a server prints when it ends with this exit code. */
  private String failure(int exitCode, String... arguments) throws Exception {
    Process process = start(arguments);
    String error = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(error).isEqualTo(exitCode);
    assertThat(error.lines()).as(error).hasSize(1);
    return error.trim();
  }

  /** A server that is ready. */
  private record Running(Process process, URI tables) implements AutoCloseable {

    String error() throws IOException {
      return new String(process.getErrorStream().readAllBytes(), UTF_8);
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  private Running serve(String... arguments) throws IOException {
    Process process = start(arguments);
    BufferedReader out = process.inputReader(UTF_8);
    StringBuilder printed = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      printed.append(line).append('\n');
      if (line.contains("Ready in")) {
        Matcher tables = TABLES_AT.matcher(printed);
        assertThat(tables.find()).as(printed.toString()).isTrue();
        return new Running(process, URI.create(tables.group(1)));
      }
    }
    throw new AssertionError(
        printed + new String(process.getErrorStream().readAllBytes(), UTF_8) + "ended too early");
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("--enable-native-access=ALL-UNNAMED"); // as in .mvn/jvm.config
    command.add("-Dproject.root=" + folder);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.avonsolutions.local.Main");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }

  private static void put(URI tables, String id) {
    try (DynamoDbClient client = EmbeddedDynamoDb.client(tables)) {
      client.putItem(r -> r.tableName("NotesTable").item(Map.of("id", AttributeValue.fromS(id))));
    }
  }
}
