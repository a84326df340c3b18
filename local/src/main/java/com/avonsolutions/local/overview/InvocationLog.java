package com.avonsolutions.local.overview;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last invocations. */
public final class InvocationLog {
  private static final int MAX_LENGTH = 50;

  private final Deque<Invocation> invocations = new ArrayDeque<>();

  public synchronized void add(Invocation invocation) {
    invocations.addFirst(invocation);
    if (invocations.size() > MAX_LENGTH) {
      invocations.removeLast();
    }
  }

  synchronized List<Invocation> newestFirst() {
    return List.copyOf(invocations);
  }
}
