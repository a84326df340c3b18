package com.avonsolutions.hooks.webhook;

import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.form.Forms;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.hooks.HookBody;
import com.avonsolutions.hooks.platform.AnswerSheet;
import com.avonsolutions.hooks.platform.PlatformIntake;
import com.avonsolutions.hooks.platform.PlatformTime;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Receives leads of any system for a {@link Form} that has a secret. The message's {@code data} is
 * the lead, and so is what stands beside it.
 */
@Singleton
@Requires(property = "webhook.tolerance.seconds")
final class WebhookLeads {
  /** What Standard Webhooks put around a message; the identity has the id. */
  private static final Set<String> ENVELOPE = Set.of("data", "type", "timestamp", "id");

  private final Forms forms;
  private final WebhookSignature signature;
  private final PlatformIntake intake;

  WebhookLeads(Forms forms, WebhookSignature signature, PlatformIntake intake) {
    this.forms = forms;
    this.signature = signature;
    this.intake = intake;
  }

  Response receive(Request request) {
    Form form =
        forms
            .find(request.pathParameter("form"))
            .filter(found -> found.secret().isPresent())
            .orElseThrow(HttpException::notFound);
    String id = signature.verify(request, form.secret().orElseThrow());
    JsonReader message = HookBody.json(request);
    AnswerSheet answers = new AnswerSheet();
    message.object("data").ifPresent(answers::addAll);
    // After it, so that what stands in it wins.
    Set<String> others = new LinkedHashSet<>(message.names());
    if (message.object("data").isPresent()) {
      others.removeAll(ENVELOPE);
    }
    Optional<Instant> submitted = message.text("timestamp").flatMap(PlatformTime::iso);
    if (submitted.isEmpty() && message.names().contains("timestamp")) {
      others.add("timestamp");
    }
    answers.addAll(message, others);
    Receipt receipt =
        intake.accept(
            LeadState.RECEIVED,
            answers.person(),
            answers.enquiry(form.service()),
            new Origin(
                "webhook",
                Optional.of(form.name()),
                // Ids are unique within one system only.
                Optional.of(form.name() + '/' + id),
                Optional.empty(),
                submitted),
            Map.of(),
            Consent.to(Purpose.ANSWER_ENQUIRY, form.words(), ConsentMethod.WEBHOOK));
    return receipt.queued() ? answer(202, receipt, "queued") : answer(200, receipt, "received");
  }

  private static Response answer(int status, Receipt receipt, String text) {
    return Response.json(status, new JsonWriter().put("id", receipt.id()).put("status", text));
  }
}
