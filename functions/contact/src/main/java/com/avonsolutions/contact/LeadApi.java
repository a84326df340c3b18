package com.avonsolutions.contact;

import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.http.Cors;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import jakarta.inject.Singleton;

/** {@code POST /api/leads}: leads from scripts, which get the lead's id. */
@Singleton
final class LeadApi {
  private final FormIntake intake;
  private final SpamCheck spam;
  private final Cors cors;

  LeadApi(FormIntake intake, SpamCheck spam, Cors cors) {
    this.intake = intake;
    this.spam = spam;
    this.cors = cors;
  }

  Response submit(Request request) {
    Arrival arrival = spam.arrive(request);
    arrival.refuseFlood();
    Fields fields = FormReader.read(request, LeadRequest.KNOWN);
    LeadRequest lead = LeadRequest.of(fields);
    Receipt receipt = intake.accept(arrival, fields, lead, cors.origins());
    return Response.json(status(receipt), accepted(receipt, lead));
  }

  /** What a script learns of a lead that is stored or queued. */
  static JsonWriter accepted(Receipt receipt, LeadRequest lead) {
    JsonWriter accepted = new JsonWriter().put("id", receipt.id()).put("status", word(receipt));
    lead.probablyMeant()
        .ifPresent(
            address -> accepted.put("didYouMean", new JsonWriter().put("email", address.text())));
    return accepted;
  }

  /** 201 for a stored lead, 202 for a queued one. */
  static int status(Receipt receipt) {
    return receipt.queued() ? 202 : 201;
  }

  private static String word(Receipt receipt) {
    return receipt.queued() ? "queued" : "received";
  }
}
