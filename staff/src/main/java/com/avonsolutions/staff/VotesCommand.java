package com.avonsolutions.staff;

import com.avonsolutions.domain.vote.VoteCount;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The commands {@code votes …}: which answers helped. */
@Command(name = "votes", description = "Visitors' votes on answers.")
final class VotesCommand {
  private final Session session;

  VotesCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "list",
      description =
          "Lists which answers helped and which did not, those with most 'no' votes first.")
  void list(@Mixin MonthParameter typed, @Mixin TableTarget target) throws IOException {
    YearMonth month = typed.or(session.clock());
    session.withStores(
        target,
        Table.VOTES,
        stores -> {
          session.out().printf(Locale.ROOT, "%6s %6s  in %s%n", "no", "yes", month);
          stores.votes().counts(month).forEach(this::print);
        });
  }

  private void print(VoteCount count) {
    session
        .out()
        .printf(
            Locale.ROOT,
            "%6d %6d  %-28s %s%n",
            count.no(),
            count.yes(),
            count.slug(),
            count.question().isEmpty() ? "-" : count.question());
  }
}
