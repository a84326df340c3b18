package com.avonsolutions.staff;

import com.avonsolutions.build.Notice;
import com.avonsolutions.build.WordsHash;
import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.sandbox.Project;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code consent}. */
@Command(name = "consent", description = "The records of what people agreed to.")
final class ConsentCommand {
  private final Session session;

  ConsentCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "proof",
      description =
          "Shows what a person agreed to and the exact words, and whether their hash is that of the"
              + " record.")
  void proof(
      @Parameters(
              paramLabel = "ID",
              description = "Of a lead, which may be erased, or a testimonial.")
          String id,
      @Mixin TableTarget target)
      throws IOException {
    List<Notice> notices = Notice.readAll(Notice.folder(Project.root()));
    session.withStores(
        target,
        Table.CONSENTS,
        stores -> {
          ConsentRecords consents = stores.consents();
          List<ConsentRecord> records = consents.of(id);
          if (records.isEmpty()) {
            throw new UserError("There is no record of consent for " + id + ".");
          }
          for (ConsentRecord record : records) {
            print(record);
            printWords(record.consent(), words(record.consent(), notices, consents));
          }
        });
  }

  /**
   * Those of our own forms are files of this repository, those of other sites' are in the table.
   */
  private static Optional<String> words(
      Consent consent, List<Notice> notices, ConsentRecords consents) {
    return consent
        .words()
        .hash()
        .flatMap(
            hash ->
                notices.stream()
                    .filter(notice -> isOf(notice, consent))
                    .findFirst()
                    .map(Notice::text)
                    .or(() -> consents.words(hash)));
  }

  private static boolean isOf(Notice notice, Consent consent) {
    return notice.version().equals(consent.words().version())
        && consent.words().language().equals(Optional.of(notice.language()));
  }

  private void print(ConsentRecord record) {
    Consent consent = record.consent();
    session.out().println(record.subject() + "  " + IndiaTime.text(record.at()));
    print("event", record.event());
    print("method", consent.method().name().toLowerCase(Locale.ROOT));
    print("given", purposes(consent.given()));
    print("refused", purposes(consent.refused()));
    print("version", consent.words().version());
    print("language", consent.words().language().orElse("not known"));
    print("source", record.source());
    record.form().ifPresent(form -> print("form", form));
    record.page().ifPresent(page -> print("page", page));
    record.providerId().ifPresent(provider -> print("provider", provider));
    print("hash", consent.words().hash().orElse("none, the exact words are not known"));
  }

  private void printWords(Consent consent, Optional<String> words) {
    if (consent.words().hash().isEmpty()) {
      return;
    }
    String recorded = consent.words().hash().get();
    String text =
        words.orElseThrow(
            () ->
                new UserError(
                    "The words with this hash are neither in the table nor a notice of this"
                        + " repository: check out the version that was deployed then."));
    String computed = WordsHash.of(text);
    print("computed", computed);
    text.lines().forEach(line -> session.out().println("        " + line));
    if (!computed.equals(recorded)) {
      throw new UserError("These words are not those of the record: the hashes differ.");
    }
    print("proof", "the words above have the hash of the record");
  }

  private void print(String label, String value) {
    PrintStream out = session.out();
    out.printf(Locale.ROOT, "    %-8s %s%n", label, value);
  }

  private static String purposes(Set<Purpose> purposes) {
    return purposes.isEmpty()
        ? "nothing"
        : purposes.stream().map(Purpose::code).collect(Collectors.joining(", "));
  }
}
