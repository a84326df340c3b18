package com.avonsolutions.staff;

import com.avonsolutions.sandbox.Project;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code faqs}. */
@Command(name = "faqs", description = "The FAQs that the site answers from.")
final class FaqsCommand {
  private final Session session;

  FaqsCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "load",
      description = "Creates or updates the starter FAQs; what staff changed stays.")
  void load(@Mixin TableTarget target) throws IOException {
    session.withStores(
        target,
        Table.FAQS,
        stores -> session.out().println(FaqLoader.starterFaqs(Project.root()).load(stores)));
  }
}
