package com.avonsolutions.exactlyonce;

import com.avonsolutions.sandbox.engine.SqsMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What happens in one seed: presses, repeats, deliveries, outages, and how it all ends well. */
final class Schedule {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(40),
          Duration.ofMinutes(6),
          Cell.WINDOW.minusMillis(1),
          Cell.WINDOW,
          Duration.ofMinutes(25),
          Duration.ofHours(5),
          Duration.ofDays(1));
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMillis(-1),
          Duration.ofSeconds(-30),
          Duration.ofMinutes(-11),
          Duration.ofSeconds(30),
          Duration.ofMinutes(11),
          Duration.ofHours(-2));

  private final World world;
  private final Run run;
  private final Chance chance;
  private final List<Submission> submissions;
  private final List<Press> presses = new ArrayList<>();
  private final List<StoredLead> erased = new ArrayList<>();
  private final List<String> poison = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();

  Schedule(World world, long seed) {
    this.world = world;
    this.run = world.begin(seed);
    this.chance = run.chance();
    this.submissions = Submission.invent(chance);
    submissions.forEach(submission -> run.tell(submission.toString()));
  }

  /**
   * Plays it to its end, when table and queue have long been back and nothing is on its way.
   *
   * @return how it stood when the queue was empty, and again after everybody pressed once more,
   *     which would make good what was missing
   */
  List<History> play() {
    int steps = 4 + chance.below(9);
    for (int step = 0; step < steps; step++) {
      step();
    }
    run.tell("from here on all is well");
    run.weather().clearUp();
    if (chance.percent(25)) {
      pressAll();
    }
    drainAll();
    History before = history();
    pressAll();
    drainAll();
    return List.of(before, history());
  }

  private History history() {
    return new History(
        run,
        List.copyOf(presses),
        world.stored(),
        List.copyOf(erased),
        world.waiting().size(),
        world.deadLetters(),
        List.copyOf(poison));
  }

  private void step() {
    int what = chance.below(100);
    if (what < 36) {
      run.playOut(List.of(press(chance.of(submissions), chance.below(World.INSTANCES))));
    } else if (what < 52) {
      atOnce();
    } else if (what < 65) {
      drain();
    } else if (what < 77) {
      Duration pause = chance.of(PAUSES);
      run.tell(pause + " pass");
      run.pass(pause);
    } else if (what < 80) {
      run.count(Fault.CLOCK_STEP);
      Duration by = chance.of(STEPS);
      int instance = chance.below(World.INSTANCES);
      run.tell("the clocks of instance " + (instance + 1) + " are set by " + by);
      world.stepClock(instance, by);
    } else if (what < 89) {
      run.tell(run.weather().turnTable());
    } else if (what < 93) {
      run.tell(run.weather().turnQueue());
    } else {
      rarity(what);
    }
    world.waiting().stream().map(SqsMessage::body).forEach(seen::add);
  }

  private void rarity(int what) {
    if (what < 95) {
      run.count(Fault.SHUFFLED);
      run.tell(Fault.SHUFFLED.told);
      world.shuffleQueue();
    } else if (what < 97) {
      if (!seen.isEmpty()) {
        run.count(Fault.DELIVERED_AGAIN);
        run.tell(Fault.DELIVERED_AGAIN.told);
        String body = chance.of(List.copyOf(seen));
        if (poison.contains(body)) {
          poison.add(body);
        }
        world.send(body);
      }
    } else if (what < 98 && chance.percent(50)) {
      run.count(Fault.POISON);
      run.tell(Fault.POISON.told);
      String body = "{\"version\":1,\"lead\":{}," + poison.size();
      poison.add(body);
      world.send(body);
    } else {
      List<StoredLead> stored = world.stored();
      if (!stored.isEmpty()) {
        StoredLead lead = stored.get(chance.below(stored.size()));
        run.tell("a person withdraws, and " + lead.id() + " is erased");
        world.erase(lead);
        erased.add(lead);
      }
    }
  }

  private Invocation press(Submission submission, int instance) {
    Press press = new Press(presses.size() + 1, submission, run.weather().isFine());
    presses.add(press);
    return world.press(press, instance);
  }

  /** The same twice or two that may have to do with each other, and the drain beside them. */
  private void atOnce() {
    run.count(Fault.AT_ONCE);
    Submission first = chance.of(submissions);
    Submission second = chance.percent(60) ? first : chance.of(submissions);
    List<Invocation> together = new ArrayList<>();
    together.add(press(first, 0));
    together.add(press(second, 1));
    if (chance.percent(30)) {
      together.add(world.drain(chance.below(World.INSTANCES), true));
    }
    run.playOut(together);
  }

  private void drain() {
    List<Invocation> together = new ArrayList<>();
    together.add(world.drain(0, chance.percent(75)));
    if (chance.percent(30)) {
      together.add(world.drain(1, chance.percent(75)));
    }
    run.playOut(together);
  }

  private void pressAll() {
    for (Submission submission : submissions) {
      run.playOut(List.of(press(submission, chance.below(World.INSTANCES))));
    }
  }

  private void drainAll() {
    run.pass(Duration.ofMinutes(1));
    for (int rounds = 0; !world.waiting().isEmpty() && rounds < 2_000; rounds++) {
      run.playOut(List.of(world.drain(0, true)));
      run.pass(Duration.ofMinutes(1));
    }
  }
}
