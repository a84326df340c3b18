package com.avonsolutions.staff;

import com.avonsolutions.domain.lead.EmailAddress;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mail}. */
@Command(name = "mail", description = "Addresses that get no mail any more.")
final class MailCommand {
  private final Session session;

  MailCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "suppressed",
      description = "Says whether an address gets no mail because it bounced or complained.")
  void suppressed(
      @Parameters(
              paramLabel = "EMAIL",
              description = "The address. The table holds hashes, so it cannot list them.")
          String typed,
      @Option(
              names = "--remove",
              description = "Send mail to it again; SES may have to be told, too.")
          boolean remove,
      @Mixin TableTarget target)
      throws IOException {
    String address =
        EmailAddress.read(typed)
            .map(EmailAddress::text)
            .orElseThrow(() -> new UserError("That is not an e-mail address."));
    session.withStores(
        target,
        Table.CHOICES,
        stores -> {
          boolean suppressed =
              remove ? stores.choices().allow(address) : stores.choices().isSuppressed(address);
          session.out().println(words(suppressed, remove));
        });
  }

  private static String words(boolean suppressed, boolean remove) {
    if (!suppressed) {
      return "This address is not suppressed.";
    }
    return remove
        ? "This address gets mail again."
        : "This address is suppressed: its mail bounced, or somebody called it spam.";
  }
}
