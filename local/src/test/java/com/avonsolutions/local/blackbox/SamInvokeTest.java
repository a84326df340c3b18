package com.avonsolutions.local.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.event.EventFixtures;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends every event through {@code sam local invoke}, each in its own container. {@code make
 * sam-check} prepares what this needs: the built functions of the template in the system property
 * {@code template}, their image, and the tables at {@code tables}.
 */
@Tag("sam")
@Execution(ExecutionMode.CONCURRENT)
class SamInvokeTest {

  private static final int TIMEOUT_MINUTES = 5;

  /** SAM picks a random port for each container; two that start at once may get the same port. */
  private static final Pattern PORT_TAKEN =
      Pattern.compile("port is already allocated|address already in use");

  /** SAM's output, which has the ids of its containers. */
  private static final Path LOGS = Project.root().resolve(".aws-sam/check/invoke");

  static Stream<EventFixtures.Case> cases() {
    return EventFixtures.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void event_shouldGetItsExpectedAnswer(EventFixtures.Case fixture) throws Exception {
    EventFixtures.check(fixture, invoke(fixture));
  }

  private byte[] invoke(EventFixtures.Case fixture) throws IOException, InterruptedException {
    int tables = URI.create(System.getProperty("tables")).getPort();
    List<String> command =
        new ArrayList<>(
            List.of("sam", "local", "invoke", fixture.functionId(), "--skip-pull-image"));
    command.addAll(List.of("--template", System.getProperty("template")));
    command.addAll(List.of("--config-file", Project.root().resolve("samconfig.toml").toString()));
    command.addAll(List.of("-e", fixture.event().toString(), "--parameter-overrides"));
    command.add("DynamoDbEndpoint=http://host.docker.internal:" + tables);
    EventFixtures.parameters().forEach((name, value) -> command.add(name + "=" + value));
    Path folder = Files.createDirectories(LOGS.resolve(fixture.function()));
    Path log = folder.resolve(fixture.name() + ".log");
    Path response = folder.resolve(fixture.name() + ".json");
    int exit = run(command, response, log);
    if (exit != 0 && PORT_TAKEN.matcher(Files.readString(log, UTF_8)).find()) {
      exit = run(command, response, log);
    }
    assertThat(exit).as("%s\n%s", String.join(" ", command), Files.readString(log, UTF_8)).isZero();
    return Files.readAllBytes(response);
  }

  private static int run(List<String> command, Path response, Path log)
      throws IOException, InterruptedException {
    Process sam =
        new ProcessBuilder(command)
            .directory(Project.root().toFile())
            .redirectOutput(response.toFile())
            .redirectError(log.toFile())
            .start();
    if (!sam.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
      sam.destroy();
    }
    return sam.waitFor();
  }
}
