package com.avonsolutions.staff;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelHealth;
import com.avonsolutions.deliveries.Channels;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.deliveries.QuietHours;
import com.avonsolutions.domain.consent.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code channels}: whom notices go to. */
@Command(name = "channels", description = "Whom notices go to.")
final class ChannelsCommand {
  /** Deliveries that wait longer are of no use to anybody. */
  private static final int MAX_DAYS_HELD = 30;

  private static final int MAX_ATTEMPTS = 5;

  private final Session session;

  ChannelsCommand(Session session) {
    this.session = session;
  }

  @Command(name = "load", description = "Creates or updates the channels of a folder.")
  void load(
      @Parameters(paramLabel = "FOLDER", description = "Has one Markdown file for each channel.")
          Path folder,
      @Mixin TableTarget target)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UserError("There is no folder " + folder + ".");
    }
    session.withStores(
        target,
        Table.CHANNELS,
        stores -> session.out().println(new ChannelLoader(folder).load(stores)));
  }

  @Command(name = "list", description = "Lists the channels and how they do.")
  void list(@Mixin TableTarget target, @Mixin DeliveriesOption deliveries) throws IOException {
    session.withStores(
        target,
        deliveries.settings(target, Table.CHANNELS, session.variables()),
        stores -> {
          List<Channel> channels = stores.channels().all();
          channels.forEach(
              channel ->
                  session
                      .out()
                      .printf(
                          Locale.ROOT,
                          "%-20s %-12s %s%n",
                          channel.name(),
                          channel.kind().code(),
                          state(stores.deliveries().health(channel.name()))));
          session
              .out()
              .println(
                  channels.size()
                      + (channels.size() == 1 ? " channel" : " channels")
                      + " in the table; StaffMail of the template is the channel "
                      + Channels.STAFF
                      + " besides");
        });
  }

  @Command(name = "show", description = "Shows a channel's settings and how it does.")
  void show(
      @Parameters(paramLabel = "NAME", description = "From channels list.") String name,
      @Mixin TableTarget target,
      @Mixin DeliveriesOption deliveries)
      throws IOException {
    session.withStores(
        target,
        deliveries.settings(target, Table.CHANNELS, session.variables()),
        stores -> {
          print(channel(stores, name));
          ChannelHealth health = stores.deliveries().health(name);
          print("state", Optional.of(state(health)));
          print("failures", Optional.of(Integer.toString(health.failures())));
          print("since", health.firstFailureAt().map(IndiaTime::text));
          print("rests", health.restUntil().map(IndiaTime::text));
        });
  }

  @Command(name = "remove", description = "Removes a channel; what waits for it is cancelled.")
  void remove(
      @Parameters(paramLabel = "NAME", description = "From channels list.") String name,
      @Mixin TableTarget target)
      throws IOException {
    session.withStores(
        target,
        Table.CHANNELS,
        stores -> {
          if (!stores.channels().remove(name)) {
            throw noChannel(name);
          }
          session.out().println(name + " removed");
        });
  }

  @Command(name = "pause", description = "Holds what is due for a channel until it is resumed.")
  void pause(
      @Parameters(paramLabel = "NAME", description = "From channels list.") String name,
      @Mixin TableTarget target,
      @Mixin DeliveriesOption deliveries)
      throws IOException {
    Instant now = session.clock().instant();
    change(
        name,
        target,
        deliveries,
        health -> health.stopped(ChannelHealth.PAUSED, now),
        stores -> session.out().println(name + " paused"));
  }

  @Command(name = "resume", description = "Sends to a channel again, first what was held.")
  void resume(
      @Parameters(paramLabel = "NAME", description = "From channels list.") String name,
      @Mixin TableTarget target,
      @Mixin DeliveriesOption deliveries)
      throws IOException {
    change(
        name,
        target,
        deliveries,
        ChannelHealth::resumed,
        stores -> {
          long held = replayHeld(stores.deliveries(), name);
          session
              .out()
              .println(name + " resumed: " + held + " held, which are sent within a minute");
        });
  }

  @Command(name = "test", description = "Sends a test to a channel, within a minute.")
  void test(
      @Parameters(paramLabel = "NAME", description = "From channels list.") String name,
      @Mixin TableTarget target,
      @Mixin DeliveriesOption deliveries)
      throws IOException {
    session.withStores(
        target,
        deliveries.settings(target, Table.CHANNELS, session.variables()),
        stores -> {
          Channel channel = channel(stores, name);
          Instant now = session.clock().instant();
          String subject = "test#" + UUID.randomUUID();
          for (String recipient : channel.recipients()) {
            Delivery delivery =
                Delivery.planned(
                    NoticeEvent.NOTICES_TEST, subject, channel, recipient, now, now, now);
            stores.deliveries().plan(delivery);
            session.out().println(delivery.id() + "  see notices show");
          }
        });
  }

  private void change(
      String name,
      TableTarget target,
      DeliveriesOption deliveries,
      UnaryOperator<ChannelHealth> change,
      Session.StoreWork then)
      throws IOException {
    session.withStores(
        target,
        deliveries.settings(target, Table.CHANNELS, session.variables()),
        stores -> {
          if (!name.equals(Channels.STAFF)) {
            channel(stores, name);
          }
          for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            ChannelHealth before = stores.deliveries().health(name);
            if (stores.deliveries().update(name, before, change.apply(before))) {
              then.on(stores);
              return;
            }
          }
          throw new UserError("Functions are changing " + name + " too; try again.");
        });
  }

  private long replayHeld(DeliveryStore deliveries, String channel) {
    Instant now = session.clock().instant();
    LocalDate today = IndiaTime.today(session.clock());
    return Stream.iterate(today.minusDays(MAX_DAYS_HELD), day -> day.plusDays(1))
        .limit(MAX_DAYS_HELD + 1L)
        .flatMap(day -> deliveries.ofChannel(channel, day).stream())
        .flatMap(id -> deliveries.find(id).stream())
        .filter(delivery -> delivery.state() == DeliveryState.HELD)
        .filter(delivery -> deliveries.replay(delivery.id(), now))
        .count();
  }

  private static Channel channel(Stores stores, String name) {
    return stores.channels().all().stream()
        .filter(channel -> channel.name().equals(name))
        .findFirst()
        .orElseThrow(() -> noChannel(name));
  }

  private static UserError noChannel(String name) {
    return new UserError("There is no channel " + name + " in the table: see channels list.");
  }

  private static String state(ChannelHealth health) {
    if (health.isStopped()) {
      return health.reason().orElse(ChannelHealth.PAUSED)
          + health.stoppedAt().map(at -> " since " + IndiaTime.text(at)).orElse("");
    }
    return health.isUntroubled() ? "works" : "fails, attempts go on";
  }

  private void print(Channel channel) {
    session.out().println(channel.name() + "  " + channel.kind().code());
    print("to", list(channel.to()));
    // An address may hold a secret, its host does not.
    print("url", channel.url().map(ChannelsCommand::withoutSecrets));
    print("secret", channel.secret());
    print("events", list(channel.events().stream().map(NoticeEvent::code).sorted().toList()));
    print("sources", list(channel.sources()));
    print("forms", list(channel.forms()));
    print("fields", list(channel.fields()));
    print("purpose", channel.purpose().map(Purpose::code));
    print("quiet", channel.quiet().map(QuietHours::text));
    print("released", Optional.of(channel.released() ? "yes" : "no"));
    print("details", Optional.of(channel.details() ? "yes" : "no"));
  }

  private static String withoutSecrets(String url) {
    return url.startsWith("/") ? url : url.replaceFirst("^(https?://[^/]+).*", "$1/…");
  }

  private static Optional<String> list(Collection<String> texts) {
    return Optional.of(texts.stream().sorted().collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty());
  }

  private void print(String label, Optional<String> value) {
    value.ifPresent(text -> session.out().printf(Locale.ROOT, "    %-8s %s%n", label, text));
  }
}
