package com.avonsolutions.exactlyonce;

import com.avonsolutions.sandbox.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** The state of one seed's run: its events, its faults, and the writes in flight. */
final class Run {
  private final SeededRandom random;
  private final FaultPlan faultPlan;
  private final MutableClock time;
  private final List<String> events = new ArrayList<>();
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final List<Runnable> inFlight = new ArrayList<>();
  private int ids;

  Run(long seed, MutableClock time) {
    this.random = new SeededRandom(seed);
    this.faultPlan = new FaultPlan(random);
    this.time = time;
  }

  SeededRandom random() {
    return random;
  }

  FaultPlan faultPlan() {
    return faultPlan;
  }

  /** All events, a line each, without immediate repetitions. */
  List<String> events() {
    return List.copyOf(events);
  }

  void record(String event) {
    String text =
        "  " + Invocation.current().map(current -> current.name() + ": ").orElse("") + event;
    // A message that is no lead is delivered a hundred times.
    if (events.stream()
        .skip(Math.max(0, events.size() - 2))
        .noneMatch(line -> line.endsWith(text))) {
      events.add(time.instant() + text);
    }
  }

  Map<Fault, Integer> faults() {
    return faults;
  }

  void count(Fault fault) {
    faults.merge(fault, 1, Integer::sum);
    Invocation.current().ifPresent(current -> current.faults().add(fault));
  }

  /** Sequential ids, as long as real ones. */
  String nextId() {
    return "00000000-0000-7000-8000-" + HexFormat.of().toHexDigits(++ids, 12);
  }

  /** Called before a function calls the outside: others may run first, and it may time out. */
  void step() {
    Invocation.current()
        .ifPresent(
            current -> {
              current.yieldTurn();
              if (current.isOutOfTime(time.instant())) {
                crash(Fault.OUT_OF_TIME);
              }
            });
  }

  /** Crashes the current invocation. */
  Invocation.Crash crash(Fault fault) {
    count(fault);
    record(fault.description);
    throw new Invocation.Crash();
  }

  /** Adds a write that left a function and takes effect later, even if the function crashes. */
  void addInFlight(Runnable effect) {
    inFlight.add(effect);
  }

  /** Delivers one random write in flight, if there is one. */
  void deliverInFlight() {
    if (!inFlight.isEmpty()) {
      Runnable effect = inFlight.remove(random.below(inFlight.size()));
      record("a write in flight reaches the table");
      effect.run();
    }
  }

  /** Lets time pass. No write stays in flight for minutes, because its signature would expire. */
  void pass(Duration passing) {
    if (passing.compareTo(Duration.ofMinutes(1)) >= 0) {
      while (!inFlight.isEmpty()) {
        deliverInFlight();
      }
    }
    time.pass(passing);
  }

  /** Interleaves invocations at random until all are done. */
  void interleave(List<Invocation> invocations) {
    invocations.forEach(Invocation::start);
    List<Invocation> running = new ArrayList<>(invocations);
    while (!running.isEmpty()) {
      random.of(running).resume();
      running.removeIf(Invocation::isDone);
      if (random.percent(10)) {
        deliverInFlight();
      }
    }
  }

  /** Makes a call whose caller is gone. */
  static <T> void ignoringFailure(Supplier<T> call) {
    try {
      T unused = call.get();
    } catch (SdkException e) {
      // No caller is left to notice.
    }
  }
}
