package com.avonsolutions.hooks.details;

import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.web.function.EventHandler;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches the details of new leads in the table's stream, and on a schedule those of all leads that
 * still wait.
 */
public final class FetchLeadDetailsHandler extends EventHandler {
  @Inject LeadDetails details;

  /** Starts in Lambda. */
  public FetchLeadDetailsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public FetchLeadDetailsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Outcome handle(JsonReader event, Duration left) {
    List<String> ids =
        event.objects("Records").stream()
            .map(FetchLeadDetailsHandler::idOf)
            .flatMap(Optional::stream)
            .toList();
    return details.fetch(ids.isEmpty() ? details.waiting() : ids, left);
  }

  private static Optional<String> idOf(JsonReader record) {
    return record
        .object("dynamodb")
        .flatMap(change -> change.object("Keys"))
        .flatMap(keys -> keys.object("id"))
        .flatMap(id -> id.text("S"));
  }
}
