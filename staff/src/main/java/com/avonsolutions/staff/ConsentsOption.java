package com.avonsolutions.staff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that write records of consent beside another table. */
final class ConsentsOption {
  @Option(
      names = "--consents",
      paramLabel = "NAME",
      description =
          "The deployed table of the records of consent, by its name in the outputs of the stack."
              + " Needed with --table.")
  private @Nullable String table;

  /**
   * The settings that a function on both tables would have.
   *
   * @throws UserError when the other table is deployed and this one is not named
   */
  Map<String, String> settings(TableTarget target, Table other, Map<String, String> variables) {
    Map<String, String> settings = new HashMap<>(target.settings(other, variables));
    if (target.endpoint().isEmpty()) {
      settings.put(
          Table.CONSENTS.setting(),
          Optional.ofNullable(table)
              .orElseThrow(
                  () ->
                      new UserError(
                          "Name the table of the records of consent with --consents, too.")));
    }
    return Map.copyOf(settings);
  }
}
