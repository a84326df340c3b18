package com.avonsolutions.contact.spam;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Points by reason.
 *
 * @param points above zero each
 */
public record SpamScore(Map<SpamReason, Integer> points) {

  /** A submission with this many points is spam. */
  public static final int THRESHOLD = 100;

  public SpamScore {
    points = Map.copyOf(points);
  }

  public int total() {
    return points.values().stream().mapToInt(Integer::intValue).sum();
  }

  public boolean isSpam() {
    return total() >= THRESHOLD;
  }

  /** The reasons in the format of a stored lead, most points first, e.g. {@code links:50}. */
  public List<String> codes() {
    return points.entrySet().stream()
        .sorted(
            Map.Entry.<SpamReason, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> entry.getKey().code() + ':' + entry.getValue())
        .toList();
  }

  static final class Builder {
    private final Map<SpamReason, Integer> points = new EnumMap<>(SpamReason.class);

    Builder add(SpamReason reason, int more) {
      if (more > 0) {
        points.merge(reason, more, Integer::sum);
      }
      return this;
    }

    SpamScore build() {
      return new SpamScore(points);
    }
  }
}
