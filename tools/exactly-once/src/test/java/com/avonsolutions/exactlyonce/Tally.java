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

/** What many seeds came to. */
final class Tally {
  private static final int SHOWN = 10;

  private final long first;
  private final Map<Outcome, Integer> replies = new EnumMap<>(Outcome.class);
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final List<Long> failed = new ArrayList<>();
  private final StringBuilder failures = new StringBuilder();
  private final CRC32 digest = new CRC32();
  private int seeds;
  private int presses;
  private int acknowledged;
  private int stored;
  private int doubled;
  private int missing;

  Tally(long first) {
    this.first = first;
  }

  /** Adds a seed by its histories, of which the last is the whole. */
  void add(long seed, List<History> histories) {
    List<Audit> audits = histories.stream().map(Audit::new).toList();
    History history = histories.get(histories.size() - 1);
    seeds++;
    presses += history.presses().size();
    stored += history.stored().size() + history.erased().size();
    doubled += audits.stream().mapToInt(Audit::doubled).max().orElse(0);
    missing += audits.stream().mapToInt(Audit::missing).max().orElse(0);
    for (Press press : history.presses()) {
      replies.merge(press.reply().outcome(), 1, Integer::sum);
      acknowledged += press.reply().acknowledges() ? 1 : 0;
    }
    history.run().faults().forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
    history.run().told().forEach(line -> digest.update(line.getBytes(UTF_8)));
    Set<String> complaints = new LinkedHashSet<>();
    audits.forEach(audit -> complaints.addAll(audit.complaints()));
    if (!complaints.isEmpty()) {
      failed.add(seed);
      if (failures.isEmpty()) {
        failures.append("Seed %d%n".formatted(seed));
        history.run().told().forEach(line -> failures.append("  ").append(line).append('\n'));
        complaints.forEach(line -> failures.append("! ").append(line).append('\n'));
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

  /** The first seed that failed with all that happened in it, and the numbers of others. */
  String failures() {
    return failures
        + "Failed are %d of %d seeds: %s"
            .formatted(failed.size(), seeds, failed.stream().limit(SHOWN).toList());
  }

  String summary() {
    StringBuilder summary = new StringBuilder();
    summary.append(
        "Seeds %d to %d: %d presses, %d acknowledged, %d leads stored, %d doubled, %d missing; %d seeds failed; digest %08x%n"
            .formatted(
                first,
                first + seeds - 1,
                presses,
                acknowledged,
                stored,
                doubled,
                missing,
                failed.size(),
                digest.getValue()));
    summary.append("Replies: ").append(replies).append('\n');
    faults.forEach((fault, count) -> summary.append("%8d  %s%n".formatted(count, fault.told)));
    return summary.toString();
  }
}
