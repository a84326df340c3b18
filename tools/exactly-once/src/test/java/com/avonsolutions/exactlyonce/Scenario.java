package com.avonsolutions.exactlyonce;

import com.avonsolutions.sandbox.engine.SqsMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The random steps of one seed: attempts, repeats, deliveries, outages. It ends with table and
 * queue available.
 */
final class Scenario {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(40),
          Duration.ofMinutes(6),
          ExpectedLead.WINDOW.minusMillis(1),
          ExpectedLead.WINDOW,
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

  private final Simulation simulation;
  private final Run run;
  private final SeededRandom random;
  private final List<Submission> submissions;
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<StoredLead> erased = new ArrayList<>();
  private final List<String> poison = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();

  Scenario(Simulation simulation, long seed) {
    this.simulation = simulation;
    this.run = simulation.begin(seed);
    this.random = run.random();
    this.submissions = Submission.invent(random);
    submissions.forEach(submission -> run.record(submission.toString()));
  }

  /**
   * Runs to the end, when table and queue are available and nothing is in flight.
   *
   * @return two histories: after the queue is drained, and after everything is sent again. The
   *     second alone would hide a missing lead
   */
  List<History> run() {
    int steps = 4 + random.below(9);
    for (int step = 0; step < steps; step++) {
      step();
    }
    run.record("no faults from here on");
    run.faultPlan().stop();
    if (random.percent(25)) {
      attemptAll();
    }
    drainAll();
    History before = history();
    attemptAll();
    drainAll();
    return List.of(before, history());
  }

  private History history() {
    return new History(
        run,
        List.copyOf(attempts),
        simulation.stored(),
        List.copyOf(erased),
        simulation.consents(),
        simulation.waiting().size(),
        simulation.deadLetters(),
        List.copyOf(poison));
  }

  private void step() {
    int choice = random.below(100);
    if (choice < 36) {
      run.interleave(List.of(attempt(random.of(submissions), random.below(Simulation.INSTANCES))));
    } else if (choice < 52) {
      concurrently();
    } else if (choice < 65) {
      drain();
    } else if (choice < 77) {
      Duration pause = random.of(PAUSES);
      run.record(pause + " passes");
      run.pass(pause);
    } else if (choice < 80) {
      run.count(Fault.CLOCK_STEP);
      Duration by = random.of(STEPS);
      int instance = random.below(Simulation.INSTANCES);
      run.record("the clock of instance " + (instance + 1) + " steps by " + by);
      simulation.stepClock(instance, by);
    } else if (choice < 89) {
      run.record(run.faultPlan().toggleTableOutage());
    } else if (choice < 93) {
      run.record(run.faultPlan().toggleQueueOutage());
    } else {
      rareStep(choice);
    }
    simulation.waiting().stream().map(SqsMessage::body).forEach(seen::add);
  }

  private void rareStep(int choice) {
    if (choice < 95) {
      run.count(Fault.SHUFFLED);
      run.record(Fault.SHUFFLED.description);
      simulation.shuffleQueue();
    } else if (choice < 97) {
      if (!seen.isEmpty()) {
        run.count(Fault.DELIVERED_AGAIN);
        run.record(Fault.DELIVERED_AGAIN.description);
        String body = random.of(List.copyOf(seen));
        if (poison.contains(body)) {
          poison.add(body);
        }
        simulation.send(body);
      }
    } else if (choice < 98 && random.percent(50)) {
      run.count(Fault.POISON);
      run.record(Fault.POISON.description);
      String body = "{\"version\":1,\"lead\":{}," + poison.size();
      poison.add(body);
      simulation.send(body);
    } else {
      List<StoredLead> stored = simulation.stored();
      if (!stored.isEmpty()) {
        StoredLead lead = stored.get(random.below(stored.size()));
        run.record("a person withdraws consent, and " + lead.id() + " is erased");
        simulation.erase(lead);
        erased.add(lead);
      }
    }
  }

  private Invocation attempt(Submission submission, int instance) {
    Attempt attempt = new Attempt(attempts.size() + 1, submission, run.faultPlan().isHealthy());
    attempts.add(attempt);
    return simulation.attempt(attempt, instance);
  }

  /** One submission twice or two submissions, maybe related, and sometimes the drain. */
  private void concurrently() {
    run.count(Fault.CONCURRENT);
    Submission first = random.of(submissions);
    Submission second = random.percent(60) ? first : random.of(submissions);
    List<Invocation> together = new ArrayList<>();
    together.add(attempt(first, 0));
    together.add(attempt(second, 1));
    if (random.percent(30)) {
      together.add(simulation.drain(random.below(Simulation.INSTANCES), true));
    }
    run.interleave(together);
  }

  private void drain() {
    List<Invocation> together = new ArrayList<>();
    together.add(simulation.drain(0, random.percent(75)));
    if (random.percent(30)) {
      together.add(simulation.drain(1, random.percent(75)));
    }
    run.interleave(together);
  }

  private void attemptAll() {
    for (Submission submission : submissions) {
      run.interleave(List.of(attempt(submission, random.below(Simulation.INSTANCES))));
    }
  }

  private void drainAll() {
    run.pass(Duration.ofMinutes(1));
    for (int rounds = 0; !simulation.waiting().isEmpty() && rounds < 2_000; rounds++) {
      run.interleave(List.of(simulation.drain(0, true)));
      run.pass(Duration.ofMinutes(1));
    }
  }
}
