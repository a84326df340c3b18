package com.avonsolutions.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions by logical id. One that is replaced finishes its invocations before it is closed.
 */
final class RunningFunctions implements AutoCloseable {
  private final Map<String, LocalFunction> current = new LinkedHashMap<>();
  private final Map<LocalFunction, Integer> invocations = new HashMap<>();

  /** A function in use, which stays open until the lease is closed. */
  final class Lease implements AutoCloseable {
    private final LocalFunction function;

    private Lease(LocalFunction function) {
      this.function = function;
    }

    LocalFunction function() {
      return function;
    }

    @Override
    public void close() {
      release(function);
    }
  }

  synchronized Lease lease(String functionId) {
    LocalFunction function = current.get(functionId);
    if (function == null) {
      throw new IllegalStateException(functionId + " is not running");
    }
    invocations.merge(function, 1, Integer::sum);
    return new Lease(function);
  }

  private void release(LocalFunction function) {
    boolean unused;
    synchronized (this) {
      invocations.computeIfPresent(function, (used, count) -> count == 1 ? null : count - 1);
      unused = !invocations.containsKey(function) && !current.containsValue(function);
    }
    if (unused) {
      function.close();
    }
  }

  /** Adds functions, or takes them instead of those with the same ids. */
  void put(Map<String, LocalFunction> functions) {
    List<LocalFunction> unused = new ArrayList<>();
    synchronized (this) {
      functions.forEach(
          (id, function) -> {
            LocalFunction before = current.put(id, function);
            if (before != null && !invocations.containsKey(before)) {
              unused.add(before);
            }
          });
    }
    unused.forEach(LocalFunction::close);
  }

  @Override
  public synchronized void close() {
    current.values().forEach(LocalFunction::close);
  }
}
