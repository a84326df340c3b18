package com.avonsolutions.exactlyonce;

import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An endpoint that accepts submissions, and the format of its requests. */
enum Route {
  /** The contact form of a browser without JavaScript. */
  CONTACT_PAGE("contact", "site"),
  /** A script that posts to the contact page. */
  CONTACT_SCRIPT("contact", "site"),
  /** The contact form with JavaScript, and API clients. */
  API("contact", "site"),
  /** A form of another site without a script. */
  FORM_PAGE("contact", "form"),
  /** A form of another site with lead.js. */
  FORM_SCRIPT("contact", "form"),
  GOOGLE_ADS("google-ads", "google-ads"),
  /** Several enquiries in one message. */
  INDIAMART("indiamart", "indiamart");

  private static final String SAMPLE_FORM = "/f/sample";

  /** The function behind the endpoint. */
  final String function;

  /** Equal contents and ids are the same lead within a scope only. */
  final String scope;

  Route(String function, String scope) {
    this.function = function;
    this.scope = scope;
  }

  boolean isPage() {
    return this == CONTACT_PAGE || this == FORM_PAGE;
  }

  boolean isPlatform() {
    return this == GOOGLE_ADS || this == INDIAMART;
  }

  /**
   * The event of one attempt.
   *
   * @param mark is stored with the lead to trace it to the attempt; not part of its content
   */
  EventBuilder event(Submission submission, String mark) {
    EventBuilder event =
        switch (this) {
          case CONTACT_PAGE ->
              EventBuilder.request("POST", "/contact")
                  .header("accept", "text/html")
                  .form(fields(submission, mark));
          case CONTACT_SCRIPT ->
              EventBuilder.request("POST", "/contact")
                  .header("accept", "application/json")
                  .json(json(fields(submission, mark)));
          case API ->
              EventBuilder.request("POST", "/api/leads").json(json(fields(submission, mark)));
          case FORM_PAGE ->
              EventBuilder.request("POST", SAMPLE_FORM)
                  .routeKey("POST /f/{form}")
                  .header("accept", "text/html")
                  .header("origin", "https://offers.example.com")
                  .form(fields(submission, mark));
          case FORM_SCRIPT ->
              EventBuilder.request("POST", SAMPLE_FORM)
                  .routeKey("POST /f/{form}")
                  .header("accept", "application/json")
                  .header("origin", "https://offers.example.com")
                  .form(fields(submission, mark));
          case GOOGLE_ADS ->
              EventBuilder.request("POST", "/hooks/google-ads")
                  .json(json(googleLead(submission.expectedLeads().get(0), mark)));
          case INDIAMART ->
              EventBuilder.request("POST", "/hooks/indiamart/" + SampleSources.INDIAMART_TOKEN)
                  .routeKey("POST /hooks/indiamart/{token}")
                  .json(json(enquiries(submission, mark)));
        };
    submission.idempotencyKey().ifPresent(key -> event.header("idempotency-key", key));
    return event.sourceIp(submission.address());
  }

  private static Map<String, String> fields(Submission submission, String mark) {
    Content content = submission.expectedLeads().get(0).content();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", content.name());
    fields.put("phone", content.phone());
    fields.put("message", content.text());
    fields.put("consent", "yes");
    fields.put("page", mark);
    submission.formKey().ifPresent(key -> fields.put("submissionKey", key));
    return fields;
  }

  private static Map<String, Object> googleLead(ExpectedLead expected, String mark) {
    Map<String, Object> lead = new LinkedHashMap<>();
    if (expected.kind() == ExpectedLead.Kind.PROVIDER) {
      lead.put("lead_id", expected.key());
    }
    lead.put("google_key", SampleSources.GOOGLE_ADS_KEY);
    lead.put("gcl_id", mark);
    lead.put(
        "user_column_data",
        List.of(
            Map.of("column_id", "FULL_NAME", "string_value", expected.content().name()),
            Map.of("column_id", "PHONE_NUMBER", "string_value", expected.content().phone()),
            Map.of(
                "column_id",
                "8123",
                "column_name",
                "What do you need?",
                "string_value",
                expected.content().text())));
    return lead;
  }

  private static Map<String, Object> enquiries(Submission submission, String mark) {
    return Map.of(
        "RESPONSE",
        submission.expectedLeads().stream()
            .map(
                expected ->
                    Map.of(
                        "UNIQUE_QUERY_ID", expected.key(),
                        "SENDER_NAME", expected.content().name(),
                        "SENDER_MOBILE", expected.content().phone(),
                        "QUERY_MESSAGE", expected.content().text(),
                        "SUBJECT", mark))
            .toList());
  }

  private static String json(Map<String, ?> object) {
    try {
      return JSON.std.asString(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
