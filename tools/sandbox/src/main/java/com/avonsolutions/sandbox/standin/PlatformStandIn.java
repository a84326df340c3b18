package com.avonsolutions.sandbox.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The Graph API and LinkedIn's API as far as leads are fetched from them, and their bad days. Every
 * lead that it is asked for exists, and has made-up answers with its id in them.
 */
public final class PlatformStandIn implements AutoCloseable {

  /** What becomes of a question. */
  public enum Fault {
    NONE,
    /** 500. */
    SERVER_ERROR,
    /** 400, with the error of the Graph API for a lead that is not there. */
    NOT_THERE,
    /** 400, with the error of the Graph API for too many questions. */
    RATE_LIMITED,
    /** 429. */
    TOO_MANY_REQUESTS,
    /** No answer ever comes. */
    HANG,
    /** An answer whose bytes come one by one and never end. */
    DRIP,
    /** 302 to another address. */
    REDIRECT,
    /** 200 with a page in place of JSON. */
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

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final Map<String, List<String>> forms = new HashMap<>();
  private volatile Fault lasting = Fault.NONE;
  private volatile int page = 100;

  /** Starts on a free port that only this machine reaches. */
  public PlatformStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The template parameters that lead to it. */
  public Map<String, String> parameters() {
    return Map.of("MetaGraphUrl", address().toString(), "LinkedInApiUrl", address().toString());
  }

  /** The fate of the next questions, one each, before that of all others. */
  public void next(Fault... faults) {
    next.addAll(List.of(faults));
  }

  /** The fate of all questions, until told otherwise. */
  public void always(Fault fault) {
    next.clear();
    lasting = fault;
  }

  /** Gives a form of Meta's these leads, so many on a page. */
  public void form(String formId, List<String> leadIds, int leadsOnAPage) {
    forms.put(formId, List.copyOf(leadIds));
    page = leadsOnAPage;
  }

  /** Paths and queries of what it was asked, tokens included. */
  public List<String> questions() {
    return List.copyOf(questions);
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    questions.add(uri.toString());
    switch (Optional.ofNullable(next.poll()).orElse(lasting)) {
      case NONE -> content(exchange, uri);
      case SERVER_ERROR -> send(exchange, 500, "{\"error\":{\"code\":2}}");
      case NOT_THERE -> send(exchange, 400, "{\"error\":{\"code\":100,\"error_subcode\":33}}");
      case RATE_LIMITED -> send(exchange, 400, "{\"error\":{\"code\":80005}}");
      case TOO_MANY_REQUESTS -> send(exchange, 429, "{\"status\":429}");
      case NONSENSE -> send(exchange, 200, "<html>Sorry</html>");
      case REDIRECT -> {
        exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
        send(exchange, 302, "");
      }
      case HANG -> {
        awaitClose();
        exchange.close();
      }
      case DRIP -> drip(exchange);
    }
  }

  private void content(HttpExchange exchange, URI uri) throws IOException {
    String[] path = uri.getPath().substring(1).split("/", -1);
    Map<String, String> query = query(uri);
    if (path[0].equals("rest")) {
      boolean allowed =
          ("Bearer " + SampleSources.LINKEDIN_ACCESS_TOKEN)
              .equals(exchange.getRequestHeaders().getFirst("authorization"));
      answer(exchange, allowed, LINKEDIN_LEAD.replace("ID", path[2]));
    } else {
      boolean allowed = SampleSources.META_ACCESS_TOKEN.equals(query.get("access_token"));
      answer(
          exchange,
          allowed,
          JSON.std.asString(
              path.length == 3 ? metaLeads(path[1], query) : metaLead(path[1], query)));
    }
  }

  private static void answer(HttpExchange exchange, boolean allowed, String content)
      throws IOException {
    if (allowed) {
      send(exchange, 200, content);
    } else {
      send(exchange, 401, "{\"error\":{\"code\":190}}");
    }
  }

  private Map<String, Object> metaLeads(String formId, Map<String, String> query) {
    List<String> ids = forms.getOrDefault(formId, List.of());
    int from = Integer.parseInt(query.getOrDefault("after", "0"));
    int to = Math.min(from + page, ids.size());
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
              Map.of("checkbox_key", "newsletter", "is_checked", "")));
    }
    return lead;
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new HashMap<>();
    for (String pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
    }
    return query;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write('{');
      while (!closed.await(50, TimeUnit.MILLISECONDS)) {
        out.write(' ');
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitClose() throws IOException {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
