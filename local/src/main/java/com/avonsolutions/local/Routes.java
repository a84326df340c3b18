package com.avonsolutions.local;

import com.avonsolutions.sandbox.template.RouteKey;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The template's routes, matched as API Gateway does: most specific path first, then method. */
record Routes(List<Entry> entries) {

  record Entry(RouteKey key, String functionId) {

    /** Exact paths first, then parameters, then {@code {greedy+}}, then {@code $default}. */
    private int rank() {
      if (key.isDefault()) {
        return 3;
      }
      if (key.segments().stream().anyMatch(segment -> segment.endsWith("+}"))) {
        return 2;
      }
      return key.segments().stream().anyMatch(segment -> segment.startsWith("{")) ? 1 : 0;
    }

    private boolean accepts(String method) {
      return key.method().equals("ANY") || key.method().equals(method);
    }
  }

  static Routes of(SamTemplate template) {
    return new Routes(
        template.routes().stream()
            .map(route -> new Entry(RouteKey.parse(route.key()), route.functionId()))
            .sorted(
                Comparator.comparingInt(Entry::rank)
                    .thenComparing(entry -> entry.key().method().equals("ANY")))
            .toList());
  }

  Optional<Entry> match(String method, String rawPath) {
    return entries.stream()
        .filter(entry -> entry.accepts(method) && entry.key().match(rawPath).isPresent())
        .findFirst();
  }
}
