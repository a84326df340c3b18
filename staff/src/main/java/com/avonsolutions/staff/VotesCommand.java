package com.avonsolutions.staff;

import com.avonsolutions.domain.vote.VoteCount;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** {@code votes list}: what visitors said of answers, here or in the cloud. */
final class VotesCommand implements Command {
  private static final String USAGE = "Usage: votes list [YYYY-MM] (--endpoint URL | --table NAME)";

  private final Clock clock;

  VotesCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void run(List<String> arguments) {
    TableTarget target = TableTarget.parse(arguments, System.getenv(), "VOTES_TABLE", "VotesTable");
    YearMonth month = new IndianTime(clock).monthOfList(target.words(), USAGE);
    try (Stores stores = Stores.open(target.environment(), clock)) {
      List<VoteCount> counts = stores.votes().counts(month);
      System.out.printf(Locale.ROOT, "%6s %6s  in %s%n", "no", "yes", month);
      for (VoteCount count : counts) {
        System.out.printf(
            Locale.ROOT,
            "%6d %6d  %-28s %s%n",
            count.no(),
            count.yes(),
            count.slug(),
            count.question().isEmpty() ? "-" : count.question());
      }
    }
  }
}
