package com.avonsolutions.contact;

import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.web.Json;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.form.PlainText;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;

/** Takes leads from scripts, which want to know the lead's id. */
@Singleton
final class LeadApi {
  private final LeadIntake intake;
  private final Json json;

  LeadApi(LeadIntake intake, Json json) {
    this.intake = intake;
    this.json = json;
  }

  Response take(Request request) {
    LeadRequest lead = LeadRequest.of(FormReader.read(request, LeadRequest.KNOWN));
    Receipt receipt = intake.take(lead, PlainText.idempotencyKey(request));
    return json.answer(status(receipt), new LeadReceived(receipt.id(), word(receipt)));
  }

  /** Created, or accepted to be filed later. */
  static int status(Receipt receipt) {
    return receipt.queued() ? 202 : 201;
  }

  static String word(Receipt receipt) {
    return receipt.queued() ? "queued" : "received";
  }

  @Serdeable.Serializable
  record LeadReceived(String id, String status) {}
}
