package com.avonsolutions.staff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of commands that work on deliveries beside another table. */
final class DeliveriesOption {
  @Option(
      names = "--deliveries",
      paramLabel = "NAME",
      description =
          "The deployed table of the deliveries, by its name in the outputs of the stack. Needed"
              + " with --table.")
  private @Nullable String table;

  /**
   * The settings that a function on both tables would have.
   *
   * @throws UserError when the other table is deployed and this one is not named
   */
  Map<String, String> settings(TableTarget target, Table other, Map<String, String> variables) {
    Map<String, String> settings = new HashMap<>(target.settings(other, variables));
    settings.put(
        Table.DELIVERIES.setting(),
        target
            .endpoint()
            .map(local -> Table.DELIVERIES.localName())
            .or(() -> Optional.ofNullable(table))
            .orElseThrow(
                () -> new UserError("Name the table of the deliveries with --deliveries, too.")));
    return Map.copyOf(settings);
  }
}
