package com.avonsolutions.contact.spam;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.counter.CounterStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A counter store in memory that counts its calls and can be made to fail. */
final class MemoryCounters implements CounterStore {
  private final Map<String, Long> counters = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private int calls;
  private boolean away;

  @Override
  public long add(String counter, long more, Instant expiresAt) {
    call();
    return counters.merge(counter, more, Long::sum);
  }

  @Override
  public String getOrPut(String name, String proposal, Instant expiresAt) {
    call();
    return texts.computeIfAbsent(name, absent -> proposal);
  }

  private void call() {
    calls++;
    if (away) {
      throw new StoreUnavailableException(new IllegalStateException("away"));
    }
  }

  int calls() {
    return calls;
  }

  void goAway(boolean goes) {
    away = goes;
  }

  Set<String> names() {
    return counters.keySet();
  }
}
