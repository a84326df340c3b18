package com.avonsolutions.follow;

import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.UnavailableException;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.web.function.EventHandler;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows every change of leads and testimonials to every follower, and the clock every minute. Each
 * change and each follower fails alone: a change that cannot be read is counted and passed over, so
 * that no item can hold up the stream; a change that could not be followed because a store is away
 * comes again.
 */
public final class FollowChangesHandler extends EventHandler {
  /** Metric filters of template.yaml compare it. */
  private static final String UNREADABLE = "unreadable record";

  /** A follower needs at most this long for one change. */
  private static final Duration TIME_PER_CHANGE = Duration.ofSeconds(15);

  @Inject List<Follower> followers;
  @Inject FailureLog log;
  @Inject Clock clock;

  /** Starts in Lambda. */
  public FollowChangesHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public FollowChangesHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Outcome handle(JsonReader event, Duration left) {
    List<JsonReader> records = event.objects("Records");
    return records.isEmpty() ? tick() : follow(records, left);
  }

  private Outcome follow(List<JsonReader> records, Duration left) {
    long deadline = System.nanoTime() + left.minus(TIME_PER_CHANGE).toNanos();
    int done = 0;
    List<String> failed = new ArrayList<>();
    for (JsonReader record : records) {
      if (System.nanoTime() < deadline && isFollowed(record)) {
        done++;
      } else {
        failed.add(sequenceNumber(record));
      }
    }
    return Outcome.ofRecords(done, failed);
  }

  private boolean isFollowed(JsonReader record) {
    Optional<Change> change = read(record);
    // All of them, and not only up to the first that fails.
    return change.isEmpty()
        || followers.stream()
            .filter(follower -> !succeeds(follower, () -> follower.follow(change.get())))
            .toList()
            .isEmpty();
  }

  private Optional<Change> read(JsonReader record) {
    try {
      return Optional.of(Change.of(record));
    } catch (RuntimeException e) {
      log.failure(UNREADABLE, e);
      return Optional.empty();
    }
  }

  /** Whether a follower needs no further attempt: it has done its work, or never will. */
  private boolean succeeds(Follower follower, Runnable work) {
    try {
      work.run();
      return true;
    } catch (UnavailableException e) {
      log.failure(follower.name(), e);
      return false;
    } catch (RuntimeException e) {
      log.failure(UNREADABLE, e);
      return true;
    }
  }

  private Outcome tick() {
    long failed =
        followers.stream()
            .filter(follower -> !succeeds(follower, () -> follower.tick(clock.instant())))
            .count();
    return new Outcome(followers.size() - (int) failed, (int) failed);
  }

  private static String sequenceNumber(JsonReader record) {
    return record.object("dynamodb").flatMap(change -> change.text("SequenceNumber")).orElse("");
  }
}
