package com.avonsolutions.sandbox.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.jspecify.annotations.Nullable;

/**
 * The project's {@code events/<function>/<case>.json}, each with {@code <case>.expected.json}
 * beside it, so that {@code sam local invoke} and the tests ask the same.
 *
 * <p>An expectation has a {@code status} and, as wanted, {@code headers} (exact text, or {@code "/a
 * regular expression/"}), {@code absentHeaders}, {@code bodyContains}, {@code bodyLacks} and {@code
 * json}, which the body's JSON must contain: objects may have more members, lists must agree in
 * length and order, texts may be regular expressions too. An event that is no request, such as a
 * queue's, has {@code result} alone: what the function returns, compared like {@code json}.
 */
public final class EventFixtures {

  private static final String EXPECTED = ".expected.json";

  /** Lambda's limit does not matter here, only that a function which looks at it sees some time. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /** An event and where its expectation lies; prints as the name of the case. */
  public record Case(String function, String name, Path event, Path expectation) {

    /** The logical id of the function that the folder is named after. */
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

  /** {@code events/parameters.json}: the values that expectations count on, others at default. */
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
    assertThat(folder)
        .as("The function of %s needs events: CASE.json and CASE.expected.json", folder)
        .isDirectory();
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
    assertThat(eventNames)
        .as(
            "cases of %s: every event needs an .expected.json and every one of these an event",
            folder)
        .isNotEmpty()
        .isEqualTo(expectationNames);
    return eventNames.stream()
        .map(
            name ->
                new Case(
                    function,
                    name,
                    folder.resolve(name + ".json"),
                    folder.resolve(name + EXPECTED)));
  }

  /** The case of this name, which has to be there. */
  public static Case named(String function, String name) {
    return cases(function)
        .filter(fixture -> fixture.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("events/" + function + " has no " + name));
  }

  /** Hands the event's bytes to the handler as they lie in the file. */
  public static Answer answer(RequestStreamHandler handler, Case fixture) throws IOException {
    return answer(handler, Files.readAllBytes(fixture.event()));
  }

  /** Hands any event to the handler, such as one of {@link EventBuilder}. */
  public static Answer answer(RequestStreamHandler handler, byte[] event) throws IOException {
    return parse(response(handler, event));
  }

  /** What any function returns, behind the gateway or not. */
  public static byte[] response(RequestStreamHandler handler, Case fixture) throws IOException {
    return response(handler, Files.readAllBytes(fixture.event()));
  }

  /** What any function returns to any event. */
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

  /** Whether the event is a request through the gateway, so that its answer has a status. */
  public static boolean isRequest(Case fixture) throws IOException {
    return JSON.std.mapFrom(fixture.event().toFile()).containsKey("routeKey");
  }

  /** Holds what any function returned against the expectation. */
  public static void check(Case fixture, byte[] response) throws IOException {
    if (isRequest(fixture)) {
      check(fixture, parse(response));
      return;
    }
    Map<String, Object> expected = JSON.std.mapFrom(fixture.expectation().toFile());
    String at = fixture.expectation() + ": result";
    assertThat(expected.keySet()).as(at).containsExactly("result");
    checkJson(at, JSON.std.anyFrom(response), expected.get("result"));
  }

  /** Holds the answer against the expectation; a failure names the file and the part. */
  public static void check(Case fixture, Answer answer) throws IOException {
    Map<String, Object> expected = JSON.std.mapFrom(fixture.expectation().toFile());
    String file = fixture.expectation().toString();
    assertThat(expected).as("%s: status is missing", file).containsKey("status");
    expected.forEach(
        (part, value) -> {
          String at = file + ": " + part;
          switch (part) {
            case "status" -> assertThat(answer.status()).as(at).isEqualTo(value);
            case "headers" -> object(at, value).forEach((n, v) -> checkHeader(at, answer, n, v));
            case "absentHeaders" ->
                assertThat(answer.headers().keySet()).as(at).doesNotContain(texts(at, value));
            case "bodyContains" -> assertThat(answer.text()).as(at).contains(texts(at, value));
            case "bodyLacks" -> assertThat(answer.text()).as(at).doesNotContain(texts(at, value));
            case "json" -> checkJson(at, body(at, answer), value);
            default -> throw new AssertionError(at + " is no part of an expectation");
          }
        });
  }

  private static void checkHeader(String at, Answer answer, String name, @Nullable Object value) {
    String part = at + ": " + name;
    assertThat(answer.header(name)).as(part).isPresent();
    checkText(part, answer.header(name).orElseThrow(), value);
  }

  private static void checkText(String at, @Nullable Object actual, @Nullable Object expected) {
    if (expected instanceof String text && text.matches("(?s)/.+/")) {
      assertThat(String.valueOf(actual)).as(at).matches(text.substring(1, text.length() - 1));
    } else {
      assertThat(actual).as(at).isEqualTo(expected);
    }
  }

  private static void checkJson(String at, @Nullable Object actual, @Nullable Object expected) {
    if (expected instanceof Map<?, ?> members) {
      assertThat(actual).as(at).isInstanceOf(Map.class);
      Map<String, Object> object = object(at, actual);
      members.forEach(
          (name, value) -> {
            assertThat(object).as(at).containsKey((String) name);
            checkJson(at + "." + name, object.get(name), value);
          });
    } else if (expected instanceof List<?> items) {
      assertThat(actual).as(at).isInstanceOf(List.class);
      List<?> list = (List<?>) actual;
      assertThat(list).as(at).hasSameSizeAs(items);
      for (int i = 0; i < items.size(); i++) {
        checkJson(at + "[" + i + "]", list.get(i), items.get(i));
      }
    } else {
      checkText(at, actual, expected);
    }
  }

  private static Object body(String at, Answer answer) {
    try {
      return JSON.std.anyFrom(answer.text());
    } catch (IOException e) {
      throw new AssertionError(at + ": the body is not JSON: " + answer.text(), e);
    }
  }

  private static Map<String, Object> object(String at, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .collect(Collectors.toMap(e -> String.valueOf(e.getKey()), e -> (Object) e.getValue()));
    }
    throw new AssertionError(at + " must be an object");
  }

  private static String[] texts(String at, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toArray(String[]::new);
    }
    throw new AssertionError(at + " must be a list of texts");
  }
}
