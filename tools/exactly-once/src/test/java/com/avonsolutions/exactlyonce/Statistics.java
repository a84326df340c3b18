package com.avonsolutions.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.exactlyonce.Reply.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** The results of many seeds. */
final class Statistics {
  private static final int MAX_SHOWN = 10;

  private final long first;
  private final Map<Outcome, Integer> replies = new EnumMap<>(Outcome.class);
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final List<Long> failed = new ArrayList<>();
  private final StringBuilder failures = new StringBuilder();
  private final CRC32 digest = new CRC32();
  private int seeds;
  private int attempts;
  private int acknowledged;
  private int stored;
  private int consents;
  private int doubled;
  private int missing;

  Statistics(long first) {
    this.first = first;
  }

  /** Adds the histories of a seed; the last one is complete. */
  void add(long seed, List<History> histories) {
    List<InvariantCheck> checks = histories.stream().map(InvariantCheck::new).toList();
    History history = histories.get(histories.size() - 1);
    seeds++;
    attempts += history.attempts().size();
    stored += history.stored().size() + history.erased().size();
    consents += history.consents().size();
    doubled += checks.stream().mapToInt(InvariantCheck::doubled).max().orElse(0);
    missing += checks.stream().mapToInt(InvariantCheck::missing).max().orElse(0);
    for (Attempt attempt : history.attempts()) {
      replies.merge(attempt.reply().outcome(), 1, Integer::sum);
      acknowledged += attempt.reply().acknowledges() ? 1 : 0;
    }
    history.run().faults().forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
    history.run().events().forEach(line -> digest.update(line.getBytes(UTF_8)));
    Set<String> violations = new LinkedHashSet<>();
    checks.forEach(check -> violations.addAll(check.violations()));
    if (!violations.isEmpty()) {
      failed.add(seed);
      if (failures.isEmpty()) {
        failures.append("Seed %d%n".formatted(seed));
        history.run().events().forEach(line -> failures.append("  ").append(line).append('\n'));
        violations.forEach(line -> failures.append("! ").append(line).append('\n'));
        failures.append("Alone: make model FROM=%d SEEDS=1%n".formatted(seed));
      }
    }
  }

  boolean hasFailed() {
    return !failed.isEmpty();
  }

  int seeds() {
    return seeds;
  }

  Map<Fault, Integer> faults() {
    return faults;
  }

  Map<Outcome, Integer> replies() {
    return replies;
  }

  /** The history of the first failed seed, and the numbers of the others. */
  String failures() {
    return failures
        + "Failed are %d of %d seeds: %s"
            .formatted(failed.size(), seeds, failed.stream().limit(MAX_SHOWN).toList());
  }

  String summary() {
    StringBuilder summary = new StringBuilder();
    summary.append(
        "Seeds %d to %d: %d attempts, %d acknowledged, %d leads stored, %d records of consent, %d doubled, %d missing; %d seeds failed; digest %08x%n"
            .formatted(
                first,
                first + seeds - 1,
                attempts,
                acknowledged,
                stored,
                consents,
                doubled,
                missing,
                failed.size(),
                digest.getValue()));
    summary.append("Replies: ").append(replies).append('\n');
    faults.forEach(
        (fault, count) -> summary.append("%8d  %s%n".formatted(count, fault.description)));
    return summary.toString();
  }
}
