package com.avonsolutions.exactlyonce;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** What one seed has led to so far: what was done, what went wrong, what is still on its way. */
final class Run {
  private final Chance chance;
  private final Weather weather;
  private final SimulatedTime time;
  private final List<String> told = new ArrayList<>();
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final List<Runnable> onTheWay = new ArrayList<>();
  private int ids;

  Run(long seed, SimulatedTime time) {
    this.chance = new Chance(seed);
    this.weather = new Weather(chance);
    this.time = time;
  }

  Chance chance() {
    return chance;
  }

  Weather weather() {
    return weather;
  }

  /** Everything that happened, a line each; what repeats itself is told once. */
  List<String> told() {
    return List.copyOf(told);
  }

  void tell(String what) {
    String text =
        "  " + Invocation.current().map(current -> current.name() + ": ").orElse("") + what;
    // A message that nobody can read is handed out a hundred times.
    if (!told.stream().skip(Math.max(0, told.size() - 2)).anyMatch(line -> line.endsWith(text))) {
      told.add(time.instant() + text);
    }
  }

  Map<Fault, Integer> faults() {
    return faults;
  }

  void count(Fault fault) {
    faults.merge(fault, 1, Integer::sum);
    Invocation.current().ifPresent(current -> current.faults().add(fault));
  }

  /** Ids in the order in which they are given, and as long as real ones. */
  String nextId() {
    return "00000000-0000-7000-8000-" + HexFormat.of().toHexDigits(++ids, 12);
  }

  /** A function's step to the outside: others go first, and its time may be over. */
  void step() {
    Invocation.current()
        .ifPresent(
            current -> {
              current.waitForTurn();
              if (current.isOutOfTime(time.instant())) {
                die(Fault.OUT_OF_TIME);
              }
            });
  }

  /** The function dies here. */
  Invocation.Death die(Fault fault) {
    count(fault);
    tell(fault.told);
    throw new Invocation.Death();
  }

  /** Something has left a function and takes effect later, whatever became of the function. */
  void onTheWay(Runnable effect) {
    onTheWay.add(effect);
  }

  /** Lets one thing arrive that is on its way, if there is one. */
  void arrive() {
    if (!onTheWay.isEmpty()) {
      Runnable effect = onTheWay.remove(chance.below(onTheWay.size()));
      tell("what was on its way to the table arrives");
      effect.run();
    }
  }

  /** Lets time pass. Nothing stays on its way for minutes, for its signature would expire. */
  void pass(Duration passing) {
    if (passing.compareTo(Duration.ofMinutes(1)) >= 0) {
      while (!onTheWay.isEmpty()) {
        arrive();
      }
    }
    time.pass(passing);
  }

  /** Makes runs of functions go on by turns until all are done. */
  void playOut(List<Invocation> invocations) {
    invocations.forEach(Invocation::start);
    List<Invocation> going = new ArrayList<>(invocations);
    while (!going.isEmpty()) {
      chance.of(going).goOn();
      going.removeIf(Invocation::isDone);
      if (chance.percent(10)) {
        arrive();
      }
    }
  }

  /** Makes a call for which nobody waits. */
  static <T> void unheard(Supplier<T> call) {
    try {
      T unused = call.get();
    } catch (SdkException e) {
      // Its sender is gone.
    }
  }
}
