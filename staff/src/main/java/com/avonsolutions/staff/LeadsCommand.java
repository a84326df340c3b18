package com.avonsolutions.staff;

import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.lead.SpamVerdict;
import com.avonsolutions.text.Unicode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code leads}. Personal data goes to standard output and nowhere else. */
@Command(name = "leads", description = "The leads of forms, platforms and other systems.")
final class LeadsCommand {
  private final Session session;

  LeadsCommand(Session session) {
    this.session = session;
  }

  @Command(name = "list", description = "Lists a day's leads, newest first.")
  void list(
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
        Table.LEADS,
        stores ->
            page.print(
                session.out(),
                stores.leads().receivedOn(day, Integer.MAX_VALUE),
                this::print,
                "lead",
                "on " + day));
  }

  @Command(
      name = "quarantine",
      description = "Lists a month's leads that look like spam, with the reasons.")
  void quarantine(@Mixin MonthParameter typed, @Mixin PageOptions page, @Mixin TableTarget target)
      throws IOException {
    YearMonth month = typed.or(session.clock());
    session.withStores(
        target,
        Table.LEADS,
        stores -> {
          LeadStore leads = stores.leads();
          page.print(
              session.out(),
              leads.inState(LeadState.QUARANTINED, month, Integer.MAX_VALUE),
              id -> leads.find(id).ifPresent(this::print),
              "lead",
              "in quarantine of " + month);
        });
  }

  @Command(name = "release", description = "Takes a lead out of quarantine.")
  void release(
      @Parameters(paramLabel = "ID", description = "From leads quarantine.") String id,
      @Mixin TableTarget target,
      @Mixin ConsentsOption consents)
      throws IOException {
    session.withStores(
        target,
        consents.settings(target, Table.LEADS, session.variables()),
        stores -> {
          if (!stores.leads().release(id)) {
            throw new UserError("There is no lead " + id + " in quarantine.");
          }
          session.out().println(id + " released");
        });
  }

  @Command(
      name = "withdraw",
      description = "Lists the leads of a person who withdraws consent; with --yes erases them.")
  void withdraw(
      @Parameters(
              paramLabel = "EMAIL-OR-PHONE",
              arity = "1..*",
              hideParamSyntax = true,
              description = "The person. A phone number may have spaces.")
          List<String> words,
      @Option(
              names = "--yes",
              description = "Erase; the records of consent stay, as proof. This cannot be undone.")
          boolean yes,
      @Mixin TableTarget target)
      throws IOException {
    Function<LeadStore, List<String>> idsOf = idsOf(String.join(" ", words));
    session.withStores(target, Table.LEADS, stores -> withdraw(stores.leads(), idsOf, yes));
  }

  private void withdraw(LeadStore leads, Function<LeadStore, List<String>> idsOf, boolean yes) {
    List<String> ids = idsOf.apply(leads);
    for (String id : ids) {
      session
          .out()
          .println(
              id
                  + "  "
                  + leads
                      .find(id)
                      .map(lead -> IndiaTime.text(lead.receivedAt()))
                      .orElse("expired or erased already"));
    }
    if (yes) {
      session.out().println(count(ids.stream().filter(leads::erase).count()) + " erased");
    } else {
      session
          .out()
          .println(
              count(ids.size())
                  + " found, none erased"
                  + (ids.isEmpty() ? "" : ": add --yes to erase"));
    }
  }

  /**
   * Finds a person's leads. Text with an @ is an e-mail address or an error, never a phone number:
   * the parser of phone numbers skips text before a number, so it could find another person's.
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
                    new TypeConversionException(
                        "\"" + contact + "\" is neither an e-mail address nor a phone number."));
    return leads -> leads.withPhone(phone);
  }

  private void print(Lead lead) {
    PrintStream out = session.out();
    Person person = lead.person();
    out.println(
        lead.id()
            + "  "
            + IndiaTime.text(lead.receivedAt())
            + "  "
            + lead.state().name().toLowerCase(Locale.ROOT)
            + "  "
            + person.name().orElse("(no name)"));
    print(
        "phone",
        person.phone().map(phone -> phone.e164() + (person.doNotCall() ? "  do not call" : "")));
    print("other", person.otherPhone().map(Phone::e164));
    print("e-mail", person.email().map(EmailAddress::text));
    person.texts().forEach((field, text) -> print(field.code(), Optional.of(text)));
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
        .forEach(line -> out.println("        " + line));
    new TreeMap<>(lead.enquiry().more())
        .forEach((question, answer) -> print(question, Optional.of(answer.replace("\n", "; "))));
  }

  private void print(String label, Optional<String> value) {
    value.ifPresent(
        text ->
            session
                .out()
                .printf(
                    Locale.ROOT,
                    "    %-8s %s%n",
                    Unicode.printableLine(label),
                    Unicode.printableLine(text)));
  }

  private static String count(long leads) {
    return leads + (leads == 1 ? " lead" : " leads");
  }
}
