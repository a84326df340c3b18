package com.avonsolutions.contact;

import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.web.Cors;
import com.avonsolutions.web.Json;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.FormReader;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;

/** Takes leads from scripts, which want to know the lead's id. */
@Singleton
final class LeadApi {
  private final LeadIntake intake;
  private final Cors cors;
  private final Json json;

  LeadApi(LeadIntake intake, Cors cors, Json json) {
    this.intake = intake;
    this.cors = cors;
    this.json = json;
  }

  Response take(Request request) {
    Fields fields = FormReader.read(request, LeadRequest.KNOWN);
    Receipt receipt = intake.take(request, fields, LeadRequest.of(fields), cors.origins());
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
