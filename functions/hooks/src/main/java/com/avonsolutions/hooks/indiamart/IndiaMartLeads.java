package com.avonsolutions.hooks.indiamart;

import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.SpilledLead;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.hooks.HookBody;
import com.avonsolutions.hooks.UrlToken;
import com.avonsolutions.hooks.platform.AnswerSheet;
import com.avonsolutions.hooks.platform.PlatformIntake;
import com.avonsolutions.hooks.platform.PlatformTime;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Enquiries that IndiaMART pushes. There is no public documentation, so this accepts one enquiry or
 * several, with or without the envelope, and keeps every filled field.
 */
@Singleton
@Requires(property = "indiamart.token.name")
final class IndiaMartLeads {
  private static final String SOURCE = "indiamart";

  /** The query type of a catalogue view without an enquiry. */
  private static final String CATALOGUE_VIEW = "BIZ";

  /** The envelope's list of enquiries, or its only one. */
  private static final String ENQUIRIES = "RESPONSE";

  /** An envelope without enquiries has nothing else. */
  private static final Set<String> ENVELOPE =
      Set.of("CODE", "STATUS", "MESSAGE", "TOTAL_RECORDS", ENQUIRIES);

  private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);

  private final PlatformIntake intake;
  private final Secrets secrets;
  private final String tokenName;

  IndiaMartLeads(
      PlatformIntake intake, Secrets secrets, @Value("${indiamart.token.name}") String tokenName) {
    this.intake = intake;
    this.secrets = secrets;
    this.tokenName = tokenName;
  }

  Response receive(Request request) {
    UrlToken.check(request, secrets, tokenName);
    List<SpilledLead> batch = new ArrayList<>();
    for (JsonReader message : HookBody.jsonObjects(request)) {
      List<JsonReader> enquiries = message.objects(ENQUIRIES);
      if (!enquiries.isEmpty()) {
        enquiries.forEach(enquiry -> lead(enquiry).ifPresent(batch::add));
      } else if (!ENVELOPE.containsAll(message.names()) || message.text(ENQUIRIES).isPresent()) {
        lead(message).ifPresent(batch::add);
      }
    }
    intake.acceptAll(batch);
    // IndiaMART retries until it gets this reply.
    return Response.json(200, new JsonWriter().put("CODE", 200).put("STATUS", "SUCCESS"));
  }

  private Optional<SpilledLead> lead(JsonReader enquiry) {
    AnswerSheet answers = new AnswerSheet();
    Optional<Instant> submitted = enquiry.text("QUERY_TIME").flatMap(PlatformTime::ofIndia);
    Set<String> mapped =
        submitted.isPresent() ? Set.of("UNIQUE_QUERY_ID", "QUERY_TIME") : Set.of("UNIQUE_QUERY_ID");
    enquiry.forEach(
        (name, value) -> {
          // A missing number may arrive as "0".
          if (!mapped.contains(name) && !value.equals("0")) {
            answers.add(name, LINE_BREAK.matcher(value).replaceAll("\n"));
          }
        });
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        intake.identified(
            enquiry.text("QUERY_TYPE").filter(CATALOGUE_VIEW::equalsIgnoreCase).isPresent()
                ? LeadState.NO_ENQUIRY
                : LeadState.RECEIVED,
            answers,
            new Origin(
                SOURCE,
                Optional.empty(),
                enquiry.text("UNIQUE_QUERY_ID"),
                Optional.empty(),
                submitted),
            Map.of()));
  }
}
