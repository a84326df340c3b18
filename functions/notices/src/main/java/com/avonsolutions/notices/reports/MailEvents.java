package com.avonsolutions.notices.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.deliveries.Attempt;
import com.avonsolutions.deliveries.ChoiceStore;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.MalformedJsonException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Events of Amazon SES: a mail has arrived, has come back, or was called spam. They come in any
 * order, sometimes twice, and sometimes not at all.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">Their
 *     contents</a>
 */
@Singleton
@Requires(property = "choices.table")
@Requires(property = "mail.configuration.set")
@Requires(missingProperty = "mail.from")
final class MailEvents {
  /** Metric filters of template.yaml compare it. */
  private static final String RETURNED = "returned mail";

  private final DeliveryStore deliveries;
  private final ChoiceStore choices;
  private final String configurationSet;
  private final FailureLog log;
  private final Clock clock;

  MailEvents(
      DeliveryStore deliveries,
      ChoiceStore choices,
      @Value("${mail.configuration.set}") String configurationSet,
      FailureLog log,
      Clock clock) {
    this.deliveries = deliveries;
    this.choices = choices;
    this.configurationSet = configurationSet;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Notes an event in EventBridge's envelope. One that is not ours, or not understood, is dropped.
   */
  void note(String envelope) {
    Optional<JsonReader> detail = detail(envelope);
    if (detail.isEmpty()
        || !tags(detail.get(), "ses:configuration-set").contains(configurationSet)) {
      return;
    }
    JsonReader event = detail.get();
    switch (event.text("eventType").orElse("")) {
      case "Delivery" -> report(event, DeliveryState.DELIVERED, "ARRIVED");
      case "Bounce" -> bounce(event, event.object("bounce"));
      case "Complaint" -> {
        report(event, DeliveryState.BOUNCED, "COMPLAINT");
        suppress(event.object("complaint"), "complainedRecipients", "complaint");
      }
      case "Reject" -> report(event, DeliveryState.BOUNCED, "REJECTED");
      default -> {
        // Sent, or delayed: the next event says how it ended.
      }
    }
  }

  private static Optional<JsonReader> detail(String envelope) {
    try {
      return JsonReader.parse(envelope.getBytes(UTF_8)).object("detail");
    } catch (MalformedJsonException e) {
      return Optional.empty();
    }
  }

  private void bounce(JsonReader event, Optional<JsonReader> bounce) {
    String type = bounce.flatMap(b -> b.text("bounceType")).orElse("Undetermined");
    report(event, DeliveryState.BOUNCED, "BOUNCE_" + type.toUpperCase(Locale.ROOT));
    if (type.equals("Permanent")) {
      suppress(bounce, "bouncedRecipients", "bounce");
    }
  }

  private void report(JsonReader event, DeliveryState state, String outcome) {
    for (String id : tags(event, "delivery")) {
      boolean noted = deliveries.report(id, state, new Attempt(clock.instant(), 0, outcome));
      if (noted && state == DeliveryState.BOUNCED) {
        log.failure(RETURNED, new IllegalStateException());
      }
    }
  }

  private void suppress(Optional<JsonReader> part, String recipients, String reason) {
    part.stream()
        .flatMap(found -> found.objects(recipients).stream())
        .flatMap(recipient -> recipient.text("emailAddress").stream())
        .forEach(address -> choices.suppress(address, reason));
  }

  private static List<String> tags(JsonReader event, String name) {
    return event
        .object("mail")
        .flatMap(mail -> mail.object("tags"))
        .map(tags -> tags.texts(name))
        .orElse(List.of());
  }
}
