package com.avonsolutions.sandbox.standin;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The parts of Meta's Graph API and of LinkedIn's API that our functions read leads from, with
 * faults. Every lead id exists; its answers are made up and contain the id.
 */
public final class PlatformStandIn implements AutoCloseable {

  /** A fault of one request. */
  public enum Fault {
    NONE,
    /** 500. */
    SERVER_ERROR,
    /** 400, with the Graph API's error for a lead that does not exist. */
    NOT_THERE,
    /** 400, with the Graph API's error for too many requests. */
    RATE_LIMITED,
    /** 429. */
    TOO_MANY_REQUESTS,
    /** No reply ever comes. */
    HANG,
    /** A reply that trickles in and never ends. */
    DRIP,
    /** 302 to another address. */
    REDIRECT,
    /** 200 with HTML where JSON is expected. */
    NONSENSE
  }

  private static final String TIME = "2026-11-22T10:15:20+0000";

  private static final String LINKEDIN_LEAD =
      """
      {"id": "ID", "submittedAt": 1795342520000, "testLead": false,
       "leadMetadata": {"sponsoredLeadMetadata": {"campaign": "urn:li:sponsoredCampaign:55"}},
       "formResponse": {
         "answers": [
           {"questionId": 1, "answerDetails": {"textQuestionAnswer": {"answer": "Lina"}}},
           {"questionId": 2, "answerDetails": {"textQuestionAnswer": {"answer": "Example ID"}}},
           {"questionId": 3, "answerDetails": {"textQuestionAnswer": {"answer": "lina@example.com"}}},
           {"questionId": 4, "answerDetails": {"multipleChoiceAnswer": {"options": [11]}}}],
         "consentResponses": [{"consentId": 7, "accepted": true}]},
       "form": {"id": 7234246,
         "hiddenFields": [{"name": "campaign", "value": "diwali"}],
         "content": {"questions": [
           {"questionId": 1, "predefinedField": "FIRST_NAME"},
           {"questionId": 2, "predefinedField": "LAST_NAME"},
           {"questionId": 3, "predefinedField": "EMAIL"},
           {"questionId": 4, "question": {"localized": {"en_US": "How large is your team?"}},
            "questionDetails": {"multipleChoiceQuestionDetails": {"options": [
              {"id": 11, "text": {"localized": {"en_US": "Up to ten"}}}]}}}]}}}
      """;

  private final FaultSequence<Fault> faults = new FaultSequence<>(Fault.NONE);
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<String, List<String>> forms = new HashMap<>();
  private final StandInServer server = new StandInServer(this::reply);
  private volatile int pageSize = 100;

  public URI address() {
    return server.address();
  }

  /** The template parameters that point functions at this stand-in. */
  public Map<String, String> parameters() {
    return Map.of("MetaGraphUrl", address().toString(), "LinkedInApiUrl", address().toString());
  }

  /** Queues faults for the next requests, one each. */
  public void next(Fault... next) {
    faults.next(List.of(next));
  }

  /** Sets the fault of all requests from now on. */
  public void always(Fault fault) {
    faults.always(fault);
  }

  /** Gives a form of Meta's these leads. */
  public void form(String formId, List<String> leadIds, int leadsPerPage) {
    forms.put(formId, List.copyOf(leadIds));
    pageSize = leadsPerPage;
  }

  /** Paths and queries of all requests, tokens included. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private StandInReply reply(StandInRequest request) throws IOException {
    requests.add(request.target().toString());
    return switch (faults.poll()) {
      case NONE -> content(request);
      case SERVER_ERROR -> StandInReply.json(500, "{\"error\":{\"code\":2}}");
      case NOT_THERE -> StandInReply.json(400, "{\"error\":{\"code\":100,\"error_subcode\":33}}");
      case RATE_LIMITED -> StandInReply.json(400, "{\"error\":{\"code\":80005}}");
      case TOO_MANY_REQUESTS -> StandInReply.json(429, "{\"status\":429}");
      case NONSENSE -> StandInReply.json(200, "<html>Sorry</html>");
      case REDIRECT -> StandInReply.json(302, "").with("location", address() + "/elsewhere");
      case HANG -> StandInReply.never();
      case DRIP -> StandInReply.json(200, "{").endless();
    };
  }

  private StandInReply content(StandInRequest request) throws IOException {
    String[] path = request.path().substring(1).split("/", -1);
    Map<String, String> query = request.query();
    if (path[0].equals("rest")) {
      boolean authorized =
          request
              .header("authorization")
              .filter(("Bearer " + SampleSources.LINKEDIN_ACCESS_TOKEN)::equals)
              .isPresent();
      return content(authorized, LINKEDIN_LEAD.replace("ID", path[2]));
    }
    boolean authorized = SampleSources.META_ACCESS_TOKEN.equals(query.get("access_token"));
    return content(
        authorized,
        JSON.std.asString(path.length == 3 ? metaLeads(path[1], query) : metaLead(path[1], query)));
  }

  private static StandInReply content(boolean authorized, String json) {
    return authorized
        ? StandInReply.json(200, json)
        : StandInReply.json(401, "{\"error\":{\"code\":190}}");
  }

  private Map<String, Object> metaLeads(String formId, Map<String, String> query) {
    List<String> ids = forms.getOrDefault(formId, List.of());
    int from = Integer.parseInt(query.getOrDefault("after", "0"));
    int to = Math.min(from + pageSize, ids.size());
    List<Object> leads = new ArrayList<>();
    ids.subList(from, to).forEach(id -> leads.add(metaLead(id, query)));
    Map<String, Object> paging = new LinkedHashMap<>();
    paging.put("cursors", Map.of("before", "0", "after", Integer.toString(to)));
    if (to < ids.size()) {
      paging.put("next", "https://elsewhere.example/?access_token=" + query.get("access_token"));
    }
    return Map.of("data", leads, "paging", paging);
  }

  private static Map<String, Object> metaLead(String id, Map<String, String> query) {
    Map<String, Object> lead = new LinkedHashMap<>();
    lead.put("id", id);
    lead.put("created_time", TIME);
    lead.put("ad_id", "3001");
    lead.put("form_id", "2001");
    lead.put(
        "field_data",
        List.of(
            Map.of("name", "full_name", "values", List.of("Joe Example " + id)),
            Map.of("name", "email", "values", List.of("joe" + id + "@example.com")),
            Map.of("name", "phone_number", "values", List.of("+919876543210")),
            Map.of("name", "what_do_you_need?", "values", List.of("ads", "a website"))));
    if (query.getOrDefault("fields", "").contains("custom_disclaimer_responses")) {
      lead.put(
          "custom_disclaimer_responses",
          List.of(
              Map.of("checkbox_key", "may_call", "is_checked", "1"),
              Map.of("checkbox_key", "newsletter", "is_checked", ""),
              Map.of("checkbox_key", "may_write", "is_checked", "false")));
    }
    return lead;
  }

  @Override
  public void close() {
    server.close();
  }
}
