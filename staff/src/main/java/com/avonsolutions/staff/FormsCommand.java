package com.avonsolutions.staff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code forms}. */
@Command(name = "forms", description = "The forms of other sites that the site takes leads from.")
final class FormsCommand {
  private final Session session;

  FormsCommand(Session session) {
    this.session = session;
  }

  @Command(name = "load", description = "Creates or updates the forms of a folder.")
  void load(
      @Parameters(paramLabel = "FOLDER", description = "Has one Markdown file for each form.")
          Path folder,
      @Mixin TableTarget target,
      @Mixin ConsentsOption consents)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UserError("There is no folder " + folder + ".");
    }
    session.withStores(
        target,
        consents.settings(target, Table.FORMS, session.variables()),
        stores -> session.out().println(new FormLoader(folder).load(stores)));
  }
}
