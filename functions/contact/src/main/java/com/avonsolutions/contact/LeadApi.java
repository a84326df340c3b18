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
    return json.answer(201, new LeadReceived(receipt.id(), "received"));
  }

  @Serdeable.Serializable
  record LeadReceived(String id, String status) {}
}
