package com.avonsolutions.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last invocations, newest first. */
final class History {

  private static final int LENGTH = 50;

  private final Deque<Invocation> invocations = new ArrayDeque<>();

  synchronized void add(Invocation invocation) {
    invocations.addFirst(invocation);
    if (invocations.size() > LENGTH) {
      invocations.removeLast();
    }
  }

  synchronized List<Invocation> newestFirst() {
    return List.copyOf(invocations);
  }
}
