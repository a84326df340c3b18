package com.avonsolutions.deliveries;

import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.resilience.CachePolicy;
import com.avonsolutions.domain.resilience.Cached;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The channels of the table and {@code staff}, the mail channel that the template's parameter
 * StaffMail declares. They are read again at most every 30 seconds.
 */
@Singleton
@Requires(property = "channels.table")
public final class Channels {
  /** The channel of StaffMail. */
  public static final String STAFF = "staff";

  private static final CachePolicy POLICY =
      CachePolicy.freshFor(Duration.ofSeconds(30)).staleFor(Duration.ofMinutes(10));

  private final Cached<List<Channel>> cached;

  Channels(
      ChannelStore store, @Value("${staff.mail:}") String staffMail, FailureLog log, Clock clock) {
    List<String> addresses =
        Arrays.stream(staffMail.split(",", -1))
            .map(String::strip)
            .filter(a -> !a.isEmpty())
            .toList();
    this.cached = new Cached<>("channels", () -> with(addresses, store.all()), POLICY, clock, log);
  }

  /** A channel of the table may replace that of the parameter. */
  private static List<Channel> with(List<String> staff, List<Channel> stored) {
    List<Channel> all = new ArrayList<>(stored);
    if (!staff.isEmpty() && stored.stream().noneMatch(channel -> channel.name().equals(STAFF))) {
      all.add(Channel.mail(STAFF, staff));
    }
    return List.copyOf(all);
  }

  /**
   * All channels.
   *
   * @throws com.avonsolutions.domain.StoreUnavailableException when they cannot be read
   */
  public List<Channel> all() {
    return cached.get();
  }

  /** The channel with a name; one that is not known is looked for in the table at once. */
  public Optional<Channel> named(String name) {
    return find(name)
        .or(
            () -> {
              // Whoever planned a delivery may have read a newer table.
              cached.forgetTimes();
              return find(name);
            });
  }

  private Optional<Channel> find(String name) {
    return all().stream().filter(channel -> channel.name().equals(name)).findFirst();
  }
}
