package com.avonsolutions.local;

import com.avonsolutions.sandbox.template.RouteKey;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The template's routes, matched as API Gateway does: the most specific path, then the method. */
record Routes(List<Entry> entries) {

  record Entry(RouteKey key, String functionId) {

    /** Exact segments before parameters, these before {@code {greedy+}}, {@code $default} last. */
    private int vagueness() {
      if (key.isDefault()) {
        return 3;
      }
      if (key.segments().stream().anyMatch(segment -> segment.endsWith("+}"))) {
        return 2;
      }
      return key.segments().stream().anyMatch(segment -> segment.startsWith("{")) ? 1 : 0;
    }

    private boolean takes(String method) {
      return key.method().equals("ANY") || key.method().equals(method);
    }
  }

  static Routes of(SamTemplate template) {
    return new Routes(
        template.routes().stream()
            .map(route -> new Entry(RouteKey.parse(route.key()), route.functionId()))
            .sorted(
                Comparator.comparingInt(Entry::vagueness)
                    .thenComparing(entry -> entry.key().method().equals("ANY")))
            .toList());
  }

  Optional<Entry> match(String method, String rawPath) {
    return entries.stream()
        .filter(entry -> entry.takes(method) && entry.key().match(rawPath).isPresent())
        .findFirst();
  }
}
