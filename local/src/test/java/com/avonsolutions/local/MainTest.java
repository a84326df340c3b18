package com.avonsolutions.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.local.modules.ClassCopies;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * In a JVM of its own, as Maven runs it: exit codes, signals and what survives them. Each failure
 * is in {@link ServeCommandTest}.
 */
class MainTest {

  private static final Pattern TABLES_AT = Pattern.compile("\\((http://localhost:[0-9]+)\\)");

  private static final Pattern READY_AT = Pattern.compile("Ready in .*: (http://localhost:[0-9]+)");

  @TempDir Path folder;

  @BeforeEach
  void makeProject() throws IOException {
    FixtureProject.in(folder);
  }

  @Test
  void main_shouldEndWithTheExitCode_whenArgumentsAreWrong() throws Exception {
    assertThat(failure(2, "deploy"))
        .isEqualTo("Unmatched argument at index 0: 'deploy'. Try --help.");
  }

  @Test
  void main_shouldPrintATrace_whenAskedTo() throws Exception {
    // Not UTF-8.
    Files.write(
        folder.resolve("functions/fixture/target/runtime-classpath.txt"), new byte[] {(byte) 0xff});

    Process process = start("--memory", "--port", "0", "--stacktrace");
    assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
        .contains("\tat com.avonsolutions.local.");
  }

  @Test
  void data_shouldSurvive_whenServerIsStoppedOrKilled() throws Exception {
    try (Running server = serve("--port", "0")) {
      put(server.tables(), "first");
      assertThat(failure(1, "--port", "0"))
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
      assertThat(server.output())
          .endsWith("Stopped. The tables are kept in " + folder.resolve(".local-data") + ".");

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
  void routes_shouldAnswer_whenABuildHasDeletedAllClasses(@TempDir Path built) throws Exception {
    try (Running server = ready(startFrom(movedTo(built), "--memory", "--port", "0"))) {
      delete(built);
      delete(folder.resolve("functions"));

      assertThat(get(server.site().resolve("/notes")).statusCode()).isEqualTo(200);
      assertThat(get(server.site().resolve("/elsewhere")).body())
          .isEqualTo("nothing at /elsewhere");
      assertThat(get(server.site().resolve("/_local")).body()).contains("EchoFunction");
      assertThat(get(server.site().resolve("/_local/overview.css")).statusCode()).isEqualTo(200);
      assertThat(get(server.site().resolve("/_local/sample-video")).statusCode()).isEqualTo(200);
    }
  }

  /** This JVM's class path, with the folders of classes in another place. */
  private static String movedTo(Path target) throws IOException {
    List<String> classPath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path from = Path.of(entry);
      if (Files.isDirectory(from)) {
        Path moved = target.resolve(classPath.size() + "/target/classes");
        Files.createDirectories(moved.resolveSibling(""));
        try (Stream<Path> files = Files.walk(from)) {
          for (Path file : files.toList()) {
            Files.copy(file, moved.resolve(from.relativize(file).toString()));
          }
        }
        classPath.add(moved.toString());
      } else {
        classPath.add(entry);
      }
    }
    return String.join(File.pathSeparator, classPath);
  }

  private static void delete(Path folder) {
    ClassCopies.deleteAll(folder);
    assertThat(folder).doesNotExist();
  }

  private static HttpResponse<String> get(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
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
  private record Running(Process process, String printed, URI tables, BufferedReader out)
      implements AutoCloseable {

    /** What it prints until it ends. */
    String output() throws IOException {
      return out.lines().collect(Collectors.joining("\n"));
    }

    URI site() {
      Matcher address = READY_AT.matcher(printed);
      assertThat(address.find()).as(printed).isTrue();
      return URI.create(address.group(1));
    }

    String error() throws IOException {
      return new String(process.getErrorStream().readAllBytes(), UTF_8);
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  private Running serve(String... arguments) throws IOException {
    return ready(start(arguments));
  }

  private static Running ready(Process process) throws IOException {
    BufferedReader out = process.inputReader(UTF_8);
    StringBuilder printed = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      printed.append(line).append('\n');
      if (line.contains("Ready in")) {
        Matcher tables = TABLES_AT.matcher(printed);
        assertThat(tables.find()).as(printed.toString()).isTrue();
        return new Running(process, printed.toString(), URI.create(tables.group(1)), out);
      }
    }
    throw new AssertionError(
        printed + new String(process.getErrorStream().readAllBytes(), UTF_8) + "ended too early");
  }

  private Process start(String... arguments) throws IOException {
    return startFrom(System.getProperty("java.class.path"), arguments);
  }

  private Process startFrom(String classPath, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("--enable-native-access=ALL-UNNAMED"); // as in .mvn/jvm.config
    command.add("-Dproject.root=" + folder);
    command.addAll(List.of("-cp", classPath));
    command.add("com.avonsolutions.local.Main");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }

  private static void put(URI tables, String id) {
    try (DynamoDbClient client = EmbeddedDynamoDb.client(tables)) {
      TransactWriteItem write =
          TransactWriteItem.builder()
              .put(put -> put.tableName("NotesTable").item(Map.of("id", AttributeValue.fromS(id))))
              .build();
      client.transactWriteItems(r -> r.transactItems(write));
    }
  }
}
