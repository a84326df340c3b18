package com.avonsolutions.sandbox.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The project's {@code events/<function>/<case>.json}, each with {@code <case>.expected.json}
 * beside it (see {@link Expectation}), so that {@code sam local invoke} and the tests send the same
 * events.
 */
public final class EventFixtures {

  private static final String EXPECTED = ".expected.json";

  /** Functions that look at their remaining time see this. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /** An event and its expectation; prints as the name of the case. */
  public record Case(String function, String name, Path event, Path expectation) {

    /** The logical id of the function that gave the folder its name. */
    public String functionId() {
      String camelCase =
          Stream.of(function.split("-", -1))
              .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
              .collect(Collectors.joining("", "", "Function"));
      return SamTemplate.ofProject().functions().keySet().stream()
          .filter(camelCase::equalsIgnoreCase)
          .findFirst()
          .orElse(camelCase);
    }

    @Override
    public String toString() {
      return function + "/" + name;
    }
  }

  private EventFixtures() {}

  /** {@code events/parameters.json}: the parameter values that expectations rely on. */
  public static Map<String, String> parameters() {
    Path file = Project.root().resolve("events/parameters.json");
    try {
      return JSON.std.mapOfFrom(String.class, file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** The cases of every function of the template; a function without events fails. */
  public static List<Case> all() {
    return SamTemplate.ofProject().functions().keySet().stream()
        .flatMap(function -> cases(folder(function)))
        .toList();
  }

  /**
   * The folder of a function's events: {@code AdLeadsFunction} has {@code events/ad-leads}, or
   * {@code events/adleads} where the words are one name, as in LinkedIn.
   */
  public static String folder(String functionId) {
    String words =
        functionId
            .replaceFirst("Function$", "")
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT);
    String name = words.replace("-", "");
    return Files.isDirectory(Project.root().resolve("events").resolve(name)) ? name : words;
  }

  /** All cases of a function's folder; an event without expectation, or the reverse, fails. */
  public static Stream<Case> cases(String function) {
    return cases(Project.root().resolve("events"), function);
  }

  static Stream<Case> cases(Path events, String function) {
    Path folder = events.resolve(function);
    if (!Files.isDirectory(folder)) {
      throw new AssertionError(
          "The function of " + folder + " needs events: CASE.json and CASE.expected.json");
    }
    Set<String> eventNames = new TreeSet<>();
    Set<String> expectationNames = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (String file : files.map(path -> path.getFileName().toString()).toList()) {
        if (file.endsWith(EXPECTED)) {
          expectationNames.add(file.substring(0, file.length() - EXPECTED.length()));
        } else if (file.endsWith(".json")) {
          eventNames.add(file.substring(0, file.length() - ".json".length()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No events of " + function, e);
    }
    if (eventNames.isEmpty() || !eventNames.equals(expectationNames)) {
      throw new AssertionError(
          "%s: every event needs an .expected.json, and the reverse; events %s, expectations %s"
              .formatted(folder, eventNames, expectationNames));
    }
    return eventNames.stream()
        .map(
            name ->
                new Case(
                    function,
                    name,
                    folder.resolve(name + ".json"),
                    folder.resolve(name + EXPECTED)));
  }

  public static Case named(String function, String name) {
    return cases(function)
        .filter(fixture -> fixture.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("events/" + function + " has no " + name));
  }

  /** Passes the file's bytes to the handler unchanged. */
  public static Answer answer(RequestStreamHandler handler, Case fixture) throws IOException {
    return answer(handler, Files.readAllBytes(fixture.event()));
  }

  /** Passes any event to the handler, such as one of {@link EventBuilder}. */
  public static Answer answer(RequestStreamHandler handler, byte[] event) throws IOException {
    return parse(response(handler, event));
  }

  /** What any function returns, whether it answers requests or not. */
  public static byte[] response(RequestStreamHandler handler, Case fixture) throws IOException {
    return response(handler, Files.readAllBytes(fixture.event()));
  }

  public static byte[] response(RequestStreamHandler handler, byte[] event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event),
        out,
        InvocationContext.of("00000000-0000-4000-8000-000000000000", "test", TIMEOUT));
    return out.toByteArray();
  }

  private static Answer parse(byte[] response) {
    try {
      return Answer.parse(response);
    } catch (IllegalArgumentException e) {
      throw new AssertionError(e.getMessage() + ": " + new String(response, UTF_8), e);
    }
  }

  /** Whether the event is a request through the gateway. */
  public static boolean isRequest(Case fixture) throws IOException {
    return JSON.std.mapFrom(fixture.event().toFile()).containsKey("routeKey");
  }

  /** Checks what any function returned. */
  public static void check(Case fixture, byte[] response) throws IOException {
    if (isRequest(fixture)) {
      check(fixture, parse(response));
    } else {
      new Expectation(fixture.expectation()).checkResult(response);
    }
  }

  /** Checks an answer; a failure names the file and the part. */
  public static void check(Case fixture, Answer answer) throws IOException {
    new Expectation(fixture.expectation()).check(answer);
  }
}
