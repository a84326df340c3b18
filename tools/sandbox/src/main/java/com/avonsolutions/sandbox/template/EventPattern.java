package com.avonsolutions.sandbox.template;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A filter of stream events in Lambda's syntax, of which we support members of objects and lists of
 * strings: {@code {"eventName":["INSERT"]}}.
 */
public final class EventPattern {
  private final Map<String, Object> members;

  private EventPattern(Map<String, Object> members) {
    this.members = members;
  }

  /**
   * Parses a pattern.
   *
   * @throws IllegalArgumentException when it is malformed or uses an unsupported feature
   */
  public static EventPattern parse(String json) {
    try {
      Map<String, Object> members = JSON.std.mapFrom(json);
      check(members);
      return new EventPattern(members);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON object: " + json, e);
    }
  }

  private static void check(Map<?, ?> members) {
    for (Object wanted : members.values()) {
      if (wanted instanceof Map<?, ?> inner) {
        check(inner);
      } else if (!(wanted instanceof List<?> texts)
          || !texts.stream().allMatch(String.class::isInstance)) {
        throw new IllegalArgumentException("only lists of texts are understood, not " + wanted);
      }
    }
  }

  /** Whether an event, as parsed JSON, matches. */
  public boolean fits(Map<String, Object> event) {
    return fits(members, event);
  }

  private static boolean fits(Map<?, ?> pattern, Map<?, ?> event) {
    return pattern.entrySet().stream()
        .allMatch(
            wanted -> {
              Object found = event.get(wanted.getKey());
              return wanted.getValue() instanceof Map<?, ?> inner
                  ? found instanceof Map<?, ?> object && fits(inner, object)
                  : ((List<?>) wanted.getValue()).contains(found);
            });
  }
}
