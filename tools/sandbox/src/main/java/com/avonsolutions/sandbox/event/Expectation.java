package com.avonsolutions.sandbox.event;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An {@code .expected.json}: a {@code status} and, as needed, {@code headers} (exact text, or
 * {@code "/a regular expression/"}), {@code absentHeaders}, {@code bodyContains}, {@code bodyLacks}
 * and {@code json}. The body's JSON has to contain {@code json}: objects may have more members,
 * lists must agree in length and order, texts may be regular expressions too. For an event that is
 * no request, such as a queue's, {@code result} is all: what the function returns, compared like
 * {@code json}.
 *
 * <p>Every difference is an {@link AssertionError} that names the file and the part.
 */
final class Expectation {
  private final String file;
  private final Map<String, Object> parts;

  Expectation(Path file) throws IOException {
    this.file = file.toString();
    this.parts = JSON.std.mapFrom(file.toFile());
  }

  void checkResult(byte[] result) throws IOException {
    String at = file + ": result";
    require(
        parts.keySet().equals(Set.of("result")),
        at,
        "must be the only part, there are " + parts.keySet());
    checkJson(at, JSON.std.anyFrom(result), parts.get("result"));
  }

  void check(Answer answer) {
    require(parts.containsKey("status"), file, "status is missing");
    parts.forEach((part, value) -> check(file + ": " + part, part, value, answer));
  }

  private static void check(String at, String part, Object value, Answer answer) {
    switch (part) {
      case "status" -> checkEqual(at, answer.status(), value);
      case "headers" -> object(at, value).forEach((name, text) -> header(at, answer, name, text));
      case "absentHeaders" ->
          texts(at, value)
              .forEach(
                  name ->
                      require(!answer.headers().containsKey(name), at, name + " is in " + answer));
      case "bodyContains" ->
          texts(at, value)
              .forEach(
                  text ->
                      require(
                          answer.text().contains(text),
                          at,
                          quoted(text) + " is not in " + quoted(answer.text())));
      case "bodyLacks" ->
          texts(at, value)
              .forEach(
                  text ->
                      require(
                          !answer.text().contains(text),
                          at,
                          quoted(text) + " is in " + quoted(answer.text())));
      case "json" -> checkJson(at, body(at, answer), value);
      default -> throw new AssertionError(at + " is no part of an expectation");
    }
  }

  private static void header(String at, Answer answer, String name, Object expected) {
    String part = at + ": " + name;
    require(answer.header(name).isPresent(), part, "is missing in " + answer);
    checkText(part, answer.header(name).orElseThrow(), expected);
  }

  private static void checkJson(String at, @Nullable Object actual, @Nullable Object expected) {
    if (expected instanceof Map<?, ?> members) {
      Map<String, Object> object = object(at, actual);
      members.forEach(
          (name, value) -> {
            require(object.containsKey((String) name), at, "has no " + name + ", it is " + object);
            checkJson(at + "." + name, object.get(name), value);
          });
    } else if (expected instanceof List<?> items) {
      List<?> list = list(at, actual);
      require(
          list.size() == items.size(),
          at,
          "must have " + items.size() + " items, it has " + list.size() + ": " + list);
      for (int i = 0; i < items.size(); i++) {
        checkJson(at + "[" + i + "]", list.get(i), items.get(i));
      }
    } else {
      checkText(at, actual, expected);
    }
  }

  private static void checkText(String at, @Nullable Object actual, @Nullable Object expected) {
    if (expected instanceof String text && text.matches("(?s)/.+/")) {
      require(
          String.valueOf(actual).matches(text.substring(1, text.length() - 1)),
          at,
          "must match " + text + ", it is " + quoted(actual));
    } else {
      checkEqual(at, actual, expected);
    }
  }

  private static void checkEqual(String at, @Nullable Object actual, @Nullable Object expected) {
    require(
        Objects.equals(actual, expected),
        at,
        "must be " + quoted(expected) + ", it is " + quoted(actual));
  }

  private static String quoted(@Nullable Object value) {
    return value instanceof String ? '"' + value.toString() + '"' : String.valueOf(value);
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
    throw new AssertionError(at + ": must be an object, it is " + quoted(value));
  }

  private static List<?> list(String at, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new AssertionError(at + ": must be a list, it is " + quoted(value));
  }

  private static List<String> texts(String at, Object value) {
    return list(at, value).stream().map(String::valueOf).toList();
  }

  private static void require(boolean holds, String at, String otherwise) {
    if (!holds) {
      throw new AssertionError(at + ": " + otherwise);
    }
  }
}
