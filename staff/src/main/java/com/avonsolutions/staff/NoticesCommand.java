package com.avonsolutions.staff;

import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code notices}: who was told what. Prints no personal data. */
@Command(name = "notices", description = "Who was told what, and who is still to be told.")
final class NoticesCommand {
  private static final int MAX_REPLAYED_WITHOUT_YES = 100;

  private static final Set<DeliveryState> NOT_DELIVERED =
      Set.of(DeliveryState.FAILED, DeliveryState.BOUNCED, DeliveryState.HELD);

  private final Session session;

  NoticesCommand(Session session) {
    this.session = session;
  }

  @Command(name = "list", description = "Lists what a channel was told of on a day.")
  void list(
      @Parameters(
              paramLabel = "CHANNEL",
              description = "From channels list, or staff for StaffMail.")
          String channel,
      @Parameters(
              paramLabel = "YYYY-MM-DD",
              arity = "0..1",
              converter = IndiaTime.Day.class,
              description = "The day in India; today by default.")
          Optional<LocalDate> typed,
      @Mixin PageOptions page,
      @Mixin TableTarget target)
      throws IOException {
    LocalDate day = typed.orElseGet(() -> IndiaTime.today(session.clock()));
    session.withStores(
        target,
        Table.DELIVERIES,
        stores ->
            page.print(
                session.out(),
                found(stores.deliveries(), channel, day),
                delivery -> session.out().println(line(delivery)),
                "notice",
                "for " + channel + " on " + day));
  }

  @Command(name = "show", description = "Shows a notice with every attempt.")
  void show(
      @Parameters(paramLabel = "ID", description = "From notices list: dlv_…") String id,
      @Mixin TableTarget target)
      throws IOException {
    session.withStores(target, Table.DELIVERIES, stores -> print(delivery(stores, id)));
  }

  @Command(
      name = "about",
      description = "Lists everything that was told about a lead, which may be erased.")
  void about(
      @Parameters(paramLabel = "ID", description = "Of the lead.") String id,
      @Mixin TableTarget target)
      throws IOException {
    session.withStores(
        target,
        Table.DELIVERIES,
        stores -> {
          List<Delivery> deliveries = stores.deliveries().about(Delivery.ofLead(id));
          deliveries.forEach(delivery -> session.out().println(line(delivery)));
          session.out().println(count(deliveries.size()) + " about this lead");
        });
  }

  @Command(
      name = "replay",
      description =
          "Sends a notice again within a minute, or all of a channel and a day that were not"
              + " delivered.")
  void replay(
      @Parameters(
              paramLabel = "ID|CHANNEL",
              description = "A notice (dlv_…), or a channel together with --day.")
          String what,
      @Option(
              names = "--day",
              paramLabel = "YYYY-MM-DD",
              converter = IndiaTime.Day.class,
              description = "The day in India on which the notices were planned.")
          Optional<LocalDate> day,
      @Option(
              names = "--again",
              description =
                  "Send it as something new, with another id, which receivers do not take for a"
                      + " repeat.")
          boolean again,
      @Option(names = "--yes", description = "Replay more than 100.") boolean yes,
      @Mixin TableTarget target)
      throws IOException {
    boolean one = what.startsWith(Delivery.ID_PREFIX);
    if (one == day.isPresent()) {
      throw new UserError("Give the id of a notice, or a channel and --day.");
    }
    session.withStores(
        target,
        Table.DELIVERIES,
        stores -> {
          List<Delivery> deliveries =
              one
                  ? List.of(delivery(stores, what))
                  : found(stores.deliveries(), what, day.get()).stream()
                      .filter(delivery -> NOT_DELIVERED.contains(delivery.state()))
                      .toList();
          if (deliveries.size() > MAX_REPLAYED_WITHOUT_YES && !yes) {
            throw new UserError(count(deliveries.size()) + " would be sent: add --yes.");
          }
          long sent =
              deliveries.stream()
                  .filter(delivery -> replay(stores.deliveries(), delivery, again))
                  .count();
          session.out().println(count(sent) + " to be sent within a minute");
        });
  }

  private boolean replay(DeliveryStore deliveries, Delivery delivery, boolean again) {
    Instant now = session.clock().instant();
    return again ? deliveries.plan(delivery.nextRound(now)) : deliveries.replay(delivery.id(), now);
  }

  @Command(
      name = "check",
      description = "Lists the leads since a day that wait for a call and nobody was told of.")
  void check(
      @Option(
              names = "--since",
              paramLabel = "YYYY-MM-DD",
              required = true,
              converter = IndiaTime.Day.class,
              description = "The first day, in India.")
          LocalDate since,
      @Mixin TableTarget target,
      @Mixin DeliveriesOption deliveries)
      throws IOException {
    LocalDate today = IndiaTime.today(session.clock());
    session.withStores(
        target,
        deliveries.settings(target, Table.LEADS, session.variables()),
        stores -> {
          List<Lead> untold =
              since
                  .datesUntil(today.plusDays(1))
                  .flatMap(day -> stores.leads().receivedOn(day, Integer.MAX_VALUE).stream())
                  .filter(lead -> lead.state() == LeadState.RECEIVED)
                  .filter(lead -> !isPlanned(stores.deliveries(), lead))
                  .toList();
          untold.forEach(
              lead -> session.out().println(lead.id() + "  " + IndiaTime.text(lead.receivedAt())));
          session
              .out()
              .println(
                  untold.size()
                      + (untold.size() == 1 ? " lead" : " leads")
                      + " since "
                      + since
                      + " that nobody was told of");
        });
  }

  private static boolean isPlanned(DeliveryStore deliveries, Lead lead) {
    return deliveries.isPlanned(NoticeEvent.LEAD_CREATED.eventId(lead.id()));
  }

  private static List<Delivery> found(DeliveryStore deliveries, String channel, LocalDate day) {
    return deliveries.ofChannel(channel, day).stream()
        .flatMap(id -> deliveries.find(id).stream())
        .toList();
  }

  private static Delivery delivery(Stores stores, String id) {
    return stores
        .deliveries()
        .find(id)
        .orElseThrow(() -> new UserError("There is no notice " + id + ": see notices list."));
  }

  private static String line(Delivery delivery) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %-18s %-10s %s%s",
        delivery.id(),
        IndiaTime.text(delivery.plannedAt()),
        delivery.event().code(),
        delivery.state().name().toLowerCase(Locale.ROOT),
        delivery.subject(),
        delivery.reason().map(reason -> "  (" + reason + ")").orElse(""));
  }

  private void print(Delivery delivery) {
    session.out().println(line(delivery));
    Stream.of(
            "channel   " + delivery.channel() + " (" + delivery.kind().code() + ")",
            "recipient " + delivery.recipient(),
            "happened  " + IndiaTime.text(delivery.eventAt()))
        .forEach(this::print);
    delivery.nextAttemptAt().ifPresent(at -> print("next      " + IndiaTime.text(at)));
    delivery.deliveredAt().ifPresent(at -> print("delivered " + IndiaTime.text(at)));
    delivery.providerId().ifPresent(id -> print("provider  " + id));
    delivery
        .log()
        .forEach(
            attempt ->
                print(
                    "attempt   %s  %d ms  %s"
                        .formatted(
                            IndiaTime.text(attempt.at()), attempt.millis(), attempt.outcome())));
  }

  private void print(String line) {
    session.out().println("    " + line);
  }

  private static String count(long notices) {
    return notices + (notices == 1 ? " notice" : " notices");
  }
}
