package com.avonsolutions.local.console;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line that a function wrote: JSON of its log of requests, a library's warning, or any text. */
record FunctionLine(String function, String text, Style style) {

  /** As slf4j-simple writes them. */
  private static final Pattern LIBRARY = Pattern.compile("(TRACE|DEBUG|INFO|WARN|ERROR) (.*)");

  /** Empty for the line of an invocation, which the server prints itself. */
  Optional<String> readable() {
    if (text.startsWith("{")) {
      try {
        return json(JSON.std.mapFrom(text));
      } catch (IOException e) {
        // Text that happens to begin like JSON.
      }
    }
    Matcher library = LIBRARY.matcher(text);
    return Optional.of(
        library.matches() ? line(library.group(1), library.group(2)) : "    " + text);
  }

  private Optional<String> json(Map<String, Object> line) {
    String level = String.valueOf(line.getOrDefault("level", "INFO"));
    if (!line.containsKey("failure")) {
      boolean invocation = line.containsKey("status") || line.containsKey("records");
      return invocation ? Optional.empty() : Optional.of(line(level, text));
    }
    String where =
        Stream.of("what", "route")
            .flatMap(name -> Optional.ofNullable(line.get(name)).stream())
            .map(value -> value + ": ")
            .collect(Collectors.joining());
    String message = line.get("message") == null ? "" : ": " + line.get("message");
    StringBuilder lines = new StringBuilder(line(level, where + line.get("failure") + message));
    if (line.get("causes") instanceof List<?> causes) {
      causes.forEach(cause -> lines.append("\n    because of ").append(cause));
    }
    if (line.get("at") instanceof List<?> frames) {
      frames.forEach(frame -> lines.append(style.quiet("\n    at " + frame)));
    }
    return Optional.of(lines.toString());
  }

  private String line(String level, String message) {
    String padded = "%-5s".formatted(level);
    String coloured =
        switch (level) {
          case "ERROR" -> style.bad(padded);
          case "WARN" -> style.doubtful(padded);
          default -> style.quiet(padded);
        };
    return "    " + coloured + " " + function + "  " + message;
  }
}
