package com.avonsolutions.staff;

import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.lead.SpamVerdict;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * {@code leads list|quarantine|release|withdraw|backfill}: reads a day's leads, those that look
 * like spam and lets them go, and erases those of a person who withdraws, here or in the cloud.
 * What people sent goes to the terminal of who asked and nowhere else.
 */
final class LeadsCommand implements Command {
  private static final int MOST = 1000;
  private static final String YES = "--yes";
  private static final String USAGE =
      "Usage: leads (list [YYYY-MM-DD] | quarantine [YYYY-MM] | release ID"
          + " | withdraw EMAIL-OR-PHONE [--yes] | backfill meta FORM)"
          + " (--endpoint URL | --table NAME)";

  private final Clock clock;
  private final int most;

  LeadsCommand(Clock clock) {
    this(clock, MOST);
  }

  /**
   * Makes the command.
   *
   * @param most how many leads of a day it lists
   */
  LeadsCommand(Clock clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  @Override
  public void run(List<String> arguments) {
    if (!arguments.isEmpty() && arguments.get(0).equals("backfill")) {
      new BackfillCommand(clock, System.getenv(), LeadsCommand::sleep)
          .run(arguments.subList(1, arguments.size()));
      return;
    }
    TableTarget target =
        TableTarget.parse(
            arguments, System.getenv(), "LEADS_TABLE", "LeadsTable", Optional.of(YES));
    List<String> words = target.words();
    switch (words.isEmpty() ? "" : words.get(0)) {
      case "list" -> {
        if (words.size() > 2 || target.sure()) {
          throw new UserError(USAGE);
        }
        LocalDate day =
            words.size() == 2 ? IndianTime.day(words.get(1)) : new IndianTime(clock).today();
        try (Stores stores = Stores.open(target.environment(), clock)) {
          list(stores.leads(), day);
        }
      }
      case "quarantine" -> {
        if (words.size() > 2 || target.sure()) {
          throw new UserError(USAGE);
        }
        YearMonth month =
            words.size() == 2 ? IndianTime.month(words.get(1)) : new IndianTime(clock).thisMonth();
        try (Stores stores = Stores.open(target.environment(), clock)) {
          listQuarantine(stores.leads(), month);
        }
      }
      case "release" -> {
        if (words.size() != 2 || target.sure()) {
          throw new UserError(USAGE);
        }
        try (Stores stores = Stores.open(target.environment(), clock)) {
          release(stores.leads(), words.get(1));
        }
      }
      case "withdraw" -> {
        if (words.size() < 2) {
          throw new UserError(USAGE);
        }
        // A number may be typed with blanks, which make several words of it.
        Function<LeadStore, List<String>> ids =
            idsOf(String.join(" ", words.subList(1, words.size())));
        try (Stores stores = Stores.open(target.environment(), clock)) {
          withdraw(stores.leads(), ids, target.sure());
        }
      }
      default -> throw new UserError(USAGE);
    }
  }

  private void list(LeadStore leads, LocalDate day) {
    List<Lead> found = leads.receivedOn(day, most);
    found.forEach(LeadsCommand::print);
    System.out.println(
        count(found.size())
            + " on "
            + day
            + (found.size() == most ? ", the most this lists: there may be older ones" : ""));
  }

  private void listQuarantine(LeadStore leads, YearMonth month) {
    List<Lead> found =
        leads.inState(LeadState.QUARANTINED, month, most).stream()
            .flatMap(id -> leads.find(id).stream())
            .toList();
    found.forEach(LeadsCommand::print);
    System.out.println(count(found.size()) + " in quarantine of " + month);
  }

  private static void release(LeadStore leads, String id) {
    if (!leads.release(id)) {
      throw new UserError("There is no lead " + id + " in quarantine.");
    }
    System.out.println(id + " released");
  }

  private static void print(Lead lead) {
    Person person = lead.person();
    System.out.println(
        lead.id()
            + "  "
            + IndianTime.text(lead.receivedAt())
            + "  "
            + lead.state().name().toLowerCase(Locale.ROOT)
            + "  "
            + person.name().orElse("(no name)"));
    print(
        "phone",
        person.phone().map(phone -> phone.e164() + (person.doNotCall() ? "  do not call" : "")));
    print("e-mail", person.email().map(EmailAddress::text));
    print("company", person.company());
    print("service", lead.enquiry().service().map(Service::label));
    print(
        "source",
        Optional.of(
            lead.origin().source() + lead.origin().form().map(form -> "/" + form).orElse("")));
    print(
        "spam",
        lead.spam()
            .filter(SpamVerdict::quarantined)
            .map(spam -> String.join(", ", spam.reasons())));
    lead.enquiry().message().stream()
        .flatMap(String::lines)
        .forEach(line -> System.out.println("        " + line));
    new TreeMap<>(lead.enquiry().more())
        .forEach((question, answer) -> print(question, Optional.of(answer.replace("\n", "; "))));
  }

  private static void print(String label, Optional<String> value) {
    value.ifPresent(text -> System.out.printf("    %-8s %s%n", label, text));
  }

  private static void withdraw(
      LeadStore leads, Function<LeadStore, List<String>> idsOf, boolean sure) {
    List<String> ids = idsOf.apply(leads);
    for (String id : ids) {
      System.out.println(
          id
              + "  "
              + leads
                  .find(id)
                  .map(lead -> IndianTime.text(lead.receivedAt()))
                  .orElse("expired or erased already"));
    }
    if (sure) {
      System.out.println(count(ids.stream().filter(leads::erase).count()) + " erased");
    } else {
      System.out.println(
          count(ids.size())
              + " found, none erased"
              + (ids.isEmpty() ? "" : ": add --yes to erase"));
    }
  }

  /**
   * Finds a person's leads by what is typed. With an @ it is an address or a mistake: the reader of
   * numbers passes over what stands before one, and would take the number of another person.
   */
  private static Function<LeadStore, List<String>> idsOf(String contact) {
    if (contact.matches("[^@\\s]+@[^@\\s]+")) {
      return leads -> leads.withEmail(contact);
    }
    Phone phone =
        Optional.of(contact)
            .filter(typed -> !typed.contains("@"))
            .flatMap(Phone::parse)
            .orElseThrow(
                () ->
                    new UserError(
                        "\"" + contact + "\" is neither an e-mail address nor a phone number."));
    return leads -> leads.withPhone(phone);
  }

  private static void sleep(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("Interrupted.", e);
    }
  }

  private static String count(long leads) {
    return leads + (leads == 1 ? " lead" : " leads");
  }
}
