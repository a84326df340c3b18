package com.avonsolutions.sandbox.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Requests within the size limits that cost their sender nothing and careless code much: every
 * route of a function with bodies, queries, headers and path parameters that repeat a costly piece.
 * None may take more than {@link #MAX_TIME} of processor, fail with a 5xx, or be answered with more
 * than Lambda lets through.
 */
public final class HostileRequests {
  public static final Duration MAX_TIME = Duration.ofSeconds(1);

  /** Lambda's limit of an answer, 6 MB, less what the gateway's own parts may take. */
  private static final int MAX_ANSWER_BYTES = 6_000_000;

  /** Fewer would mean that something of the requests is left out. */
  private static final int MIN_REQUESTS_OF_A_ROUTE = 100;

  private static final int MAX_LINE_LENGTH = 9_000;
  private static final int MAX_FIELDS = 190;

  /** In bytes: what takes quadratic time takes seconds from here on; more would be slow to test. */
  private static final int LONG_ENOUGH = 300_000;

  /** What a text may hold. Each costs somewhere more than a letter does. */
  private static final Map<String, String> PIECES =
      Map.ofEntries(
          Map.entry("letters", "a"),
          Map.entry("numbers", "+919876543210 / "),
          Map.entry("blanks", " "),
          Map.entry("line breaks", "\r\n"),
          Map.entry("controls", "\u0001"),
          Map.entry("turns", "\u202e\u2066"),
          Map.entry("combining marks", "\u0301\u093f"),
          Map.entry("emoji", "\ud83d\ude00\ufe0f\u200d"),
          Map.entry("devanagari", "\u0928\u092e\u0938\u094d\u0924\u0947 "),
          Map.entry("quotes", "\"'\\"),
          Map.entry("markup", "<br><a href="),
          Map.entry("addresses", "a@b.co,"),
          Map.entry("links", "http://a.example/ "),
          Map.entry("separators", "-_[].,;:/()|"),
          Map.entry("words", "buy seo backlinks casino loan "));

  private static final List<String> FIELDS =
      List.of(
          "name",
          "firstName",
          "lastName",
          "phone",
          "mobile",
          "country_code",
          "email",
          "your-email",
          "company",
          "service",
          "message",
          "text",
          "question",
          "consent",
          "website",
          "_gotcha",
          "botcheck",
          "page",
          "_next",
          "utm_source",
          "submissionKey",
          "formStamp",
          "consentVersion",
          "token",
          "cf-turnstile-response");

  /** Those that decide whether a request is read further are hostile alone. */
  private static final List<List<String>> HEADERS =
      List.of(
          List.of("authorization"),
          List.of("content-type"),
          List.of("host"),
          List.of("idempotency-key"),
          List.of("origin"),
          List.of(
              "accept",
              "accept-encoding",
              "if-none-match",
              "referer",
              "user-agent",
              "x-forwarded-for"));

  private static final String BOUNDARY = "B";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;
  private static final String JSON = "application/json";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private HostileRequests() {}

  /** A body and what it is. */
  private record Body(String name, String type, byte[] bytes) {
    Body(String name, String type, String text) {
      this(name, type, text.getBytes(UTF_8));
    }
  }

  /**
   * Sends all of them.
   *
   * @param functionId whose routes are sent to
   * @param parameters values of the routes' path parameters that lead furthest, e.g. a valid token
   * @param maxBytes the limit of a body
   * @param sign adds to a request what lets its body through, e.g. a signature
   * @return how many were sent
   * @throws AssertionError which lists those that broke a limit, or says that too few were sent
   */
  public static int check(
      RequestStreamHandler handler,
      String functionId,
      Map<String, String> parameters,
      int maxBytes,
      BiFunction<EventBuilder, byte[], EventBuilder> sign)
      throws IOException {
    List<Body> bodies = bodies(maxBytes);
    List<String> broken = new ArrayList<>();
    int sent = 0;
    for (SamTemplate.Route route : SamTemplate.ofProject().routes()) {
      if (!route.functionId().equals(functionId)) {
        continue;
      }
      Map<String, EventBuilder> requests = requests(route.key(), parameters, bodies, sign);
      if (requests.size() < MIN_REQUESTS_OF_A_ROUTE) {
        throw new AssertionError("Only " + requests.size() + " requests for " + route.key());
      }
      for (Map.Entry<String, EventBuilder> request : requests.entrySet()) {
        sent++;
        // Each has an address of its own, or all but the first hundreds were refused unread.
        byte[] event =
            request.getValue().sourceIp("198.51." + sent / 250 + "." + sent % 250).build();
        String complaint = complaint(handler, event);
        if (!complaint.isEmpty()) {
          broken.add(route.key() + ", " + request.getKey() + ": " + complaint);
        }
      }
    }
    if (!broken.isEmpty()) {
      throw new AssertionError(
          broken.size() + " of " + sent + " requests broke a limit:\n" + String.join("\n", broken));
    }
    return sent;
  }

  private static String complaint(RequestStreamHandler handler, byte[] event) throws IOException {
    long before = THREADS.getCurrentThreadCpuTime();
    byte[] response = EventFixtures.response(handler, event);
    Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
    int status = Answer.parse(response).status();
    if (took.compareTo(MAX_TIME) > 0) {
      return took.toMillis() + " ms of processor";
    }
    if (response.length > MAX_ANSWER_BYTES) {
      return response.length + " bytes of answer";
    }
    return status >= 500 ? "status " + status : "";
  }

  private static Map<String, EventBuilder> requests(
      String routeKey,
      Map<String, String> parameters,
      List<Body> bodies,
      BiFunction<EventBuilder, byte[], EventBuilder> sign) {
    Map<String, EventBuilder> requests = new LinkedHashMap<>();
    String method = routeKey.startsWith("$") ? "GET" : routeKey.substring(0, routeKey.indexOf(' '));
    String path = routeKey.startsWith("$") ? "/nowhere" : routeKey.substring(method.length() + 1);
    String good = path;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      good = good.replace('{' + parameter.getKey() + '}', parameter.getValue());
    }
    String target = good;
    PIECES.forEach(
        (name, piece) -> {
          String line = repeated(URLEncoder.encode(piece, UTF_8), MAX_LINE_LENGTH);
          requests.put(
              "query of " + name,
              EventBuilder.request(method, target + "?q=" + line + "&token=" + line)
                  .routeKey(routeKey));
          requests.put(
              "path of " + name,
              EventBuilder.request(
                      method,
                      path.contains("{") ? path.replaceAll("\\{[^}]*}", line) : target + line)
                  .routeKey(routeKey));
          String value = repeated(piece.replaceAll("\\p{Cc}", " "), MAX_LINE_LENGTH);
          for (List<String> headers : HEADERS) {
            EventBuilder event = EventBuilder.request(method, target).routeKey(routeKey);
            headers.forEach(header -> event.header(header, value));
            requests.put(headers + " of " + name, event);
          }
        });
    if (method.equals("POST")) {
      for (Body body : bodies) {
        // Pages cost more than problems, and browsers send no JSON.
        EventBuilder event =
            EventBuilder.request(method, target)
                .routeKey(routeKey)
                .header("accept", body.type().equals(JSON) ? JSON : "text/html")
                .body(body.type(), body.bytes());
        requests.put(body.name(), sign.apply(event, body.bytes()));
      }
    }
    return requests;
  }

  private static List<Body> bodies(int maxBytes) {
    List<Body> bodies = new ArrayList<>();
    // Multi-byte pieces and escapes make a text longer than its characters.
    PIECES.forEach(
        (name, piece) -> {
          int limit = Math.min(maxBytes, LONG_ENOUGH);
          Map<String, String> each = new LinkedHashMap<>();
          FIELDS.forEach(field -> each.put(field, repeated(piece, limit / 9 / FIELDS.size())));
          add(bodies, "fields of " + name, each);
          Map<String, String> accepted = new LinkedHashMap<>(VALID);
          accepted.put("message", "Call me. " + repeated(piece, 4_900));
          for (int i = 0; i < MAX_FIELDS - VALID.size(); i++) {
            accepted.put("question " + i, repeated(piece, Math.min(4_900, limit / 9 / MAX_FIELDS)));
          }
          add(bodies, "answers of " + name, accepted);
          for (String field : List.of("phone", "email", "_next", "consent", "answer")) {
            Map<String, String> one = new LinkedHashMap<>(VALID);
            one.put(field, repeated(piece, limit / 9));
            bodies.add(new Body("form: " + field + " of " + name, FORM, form(one)));
          }
          Map<String, String> named = new LinkedHashMap<>(VALID);
          named.put(repeated(piece, limit / 9), "x");
          named.put("phone" + repeated(piece, limit / 18), "x");
          add(bodies, "names of " + name, named);
          int half = (maxBytes - 500) / 2 * piece.length() / piece.getBytes(UTF_8).length;
          String full = repeated(piece, half);
          bodies.add(
              new Body(
                  "full: " + name, MULTIPART, parts(Map.of(full + "phone", "x", "phone", full))));
        });
    String valid = form(VALID);
    bodies.add(new Body("a repeated field", FORM, valid + repeated("&a=x", maxBytes - 100)));
    bodies.add(new Body("a repeated phone", FORM, valid + repeated("&phone=9", maxBytes - 100)));
    // A text is read up to some length: many of that length cost more than a long one.
    String digits = "12345678/".repeat(27);
    int each = Math.min(maxBytes / MAX_FIELDS, 5_000) - 20;
    bodies.add(
        new Body(
            "many phones",
            FORM,
            IntStream.range(0, MAX_FIELDS)
                .mapToObj(i -> "phone" + i + '=' + repeated("12345678/", each))
                .collect(Collectors.joining("&"))));
    bodies.add(
        new Body(
            "many fields with the word phone",
            FORM,
            IntStream.range(0, MAX_FIELDS)
                .mapToObj(i -> "a_phone_" + i + '=' + digits)
                .collect(Collectors.joining("&"))));
    bodies.add(
        new Body(
            "many named phones",
            JSON,
            "{\"data\":{" + members("\"phone%d\":\"" + digits + '"', maxBytes - 100)));
    bodies.add(
        new Body(
            "many different phones",
            JSON,
            "{\"data\":{" + members("\"phone%d\":\"98765%1$05d 91234%1$05d\"", maxBytes - 100)));
    bodies.add(new Body("fields without a name", FORM, repeated("&=", maxBytes)));
    bodies.add(new Body("empty fields", FORM, repeated("&", maxBytes)));
    bodies.add(new Body("percents", FORM, "a=" + repeated("%25", maxBytes - 2)));
    bodies.add(new Body("many fields", FORM, numbered("&f%d=x", maxBytes)));
    bodies.add(new Body("long fields", FORM, numbered("&f%d=" + "x".repeat(5_000), maxBytes)));
    bodies.add(
        new Body("a long name of a field", FORM, valid + '&' + repeated("a", maxBytes - 100)));
    String part = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";
    bodies.add(new Body("repeated parts", MULTIPART, repeated(part, maxBytes - 10) + "--B--\r\n"));
    bodies.add(new Body("boundaries", MULTIPART, "--B\r\n" + repeated("\r\n--B", maxBytes - 10)));
    bodies.add(
        new Body(
            "half a boundary",
            MULTIPART,
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
                + repeated("\r\n--", maxBytes - 100)
                + "\r\n--B--\r\n"));
    bodies.add(
        new Body(
            "names in a part's header",
            MULTIPART,
            "--B\r\nContent-Disposition: form-data"
                + repeated("; name=\"", maxBytes - 100)
                + "\r\n\r\nx\r\n--B--\r\n"));
    bodies.add(new Body("a repeated item", JSON, json("1,", maxBytes)));
    bodies.add(new Body("a repeated text", JSON, json("\"x\",", maxBytes)));
    for (String field : List.of("name", "mobile", "email", "consent", "message")) {
      String start = "{\"" + field + "\":[";
      bodies.add(
          new Body("a repeated " + field, JSON, start + repeated("9,", maxBytes - 50) + "9]}"));
    }
    bodies.add(new Body("a repeated object", JSON, json("{\"b\":1},", maxBytes)));
    bodies.add(new Body("empty objects", JSON, json("{},", maxBytes)));
    bodies.add(new Body("named values", JSON, json("{\"name\":\"b\",\"value\":\"x\"},", maxBytes)));
    bodies.add(new Body("nulls", JSON, json("null,", maxBytes)));
    bodies.add(new Body("deep lists", JSON, "{\"a\":" + repeated("[", maxBytes - 10)));
    bodies.add(new Body("deep objects", JSON, repeated("{\"a\":", maxBytes)));
    bodies.add(new Body("a long number", JSON, "{\"phone\":" + repeated("9", maxBytes - 20) + "}"));
    bodies.add(
        new Body("a large number", JSON, "{\"phone\":1e999999999,\"consent\":1e-999999999}"));
    bodies.add(new Body("escapes", JSON, "{\"a\":\"" + repeated("\\u0001", maxBytes - 20) + "\"}"));
    String above = "{\"" + "n".repeat(maxBytes / 2) + "\":{";
    int below = maxBytes / 2 - 100;
    bodies.add(new Body("texts below a long name", JSON, above + members("\"f%d\":1", below)));
    bodies.add(new Body("nulls below a long name", JSON, above + members("\"f%d\":null", below)));
    bodies.add(new Body("objects below a long name", JSON, above + members("\"f%d\":{}", below)));
    bodies.add(new Body("colliding names", JSON, "{\"a\":{" + colliding(maxBytes - 100)));
    return bodies;
  }

  private static final Map<String, String> VALID =
      Map.of(
          "name", "Asha Rao", "phone", "9876543210", "email", "asha@example.com", "consent", "yes");

  /** The same fields in both formats that scripts and pages send. */
  private static void add(List<Body> bodies, String name, Map<String, String> fields) {
    bodies.add(new Body("form: " + name, FORM, form(fields)));
    String members =
        fields.entrySet().stream()
            .map(field -> quoted(field.getKey()) + ':' + quoted(field.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    bodies.add(new Body("json: " + name, JSON, members));
  }

  private static String parts(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                "--B\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(field.getKey().replaceAll("[\"\r\n]", "'"), field.getValue()))
        .collect(Collectors.joining("", "", "--B--\r\n"));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), UTF_8)
                    + '='
                    + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(
            unit -> {
              if (unit < ' ') {
                json.append("\\u00%02x".formatted(unit));
              } else if (unit == '"' || unit == '\\') {
                json.append('\\').append((char) unit);
              } else {
                json.append((char) unit);
              }
            });
    return json.append('"').toString();
  }

  private static String json(String item, int bytes) {
    return "{\"name\":\"Q\",\"phone\":\"9876543210\",\"consent\":true,\"RESPONSE\":[],\"a\":["
        + repeated(item, bytes - 100)
        + "1]}";
  }

  private static String members(String member, int bytes) {
    return numbered(member + ',', bytes) + "\"z\":1}}";
  }

  /** Names with one hash: Aa and BB have the same, and so has every row of them. */
  private static String colliding(int bytes) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; names.length() < bytes - 60; i++) {
      int bits = i;
      names.append('"');
      IntStream.range(0, 20).forEach(at -> names.append((bits >> at & 1) == 0 ? "Aa" : "BB"));
      names.append("\":1,");
    }
    return names.append("\"z\":1}}").toString();
  }

  private static String numbered(String pattern, int bytes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < bytes - pattern.length() - 10; i++) {
      text.append(pattern.formatted(i));
    }
    return text.toString();
  }

  /** As many whole pieces as the length holds. */
  private static String repeated(String piece, int length) {
    return piece.repeat(Math.max(1, length / piece.length()));
  }
}
