package com.avonsolutions.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.domain.India;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.event.WireRequest;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.staff.SampleSigner;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event of events/ that represents its route. Each request gets its own number, because a repeat
 * would be recognised and not stored.
 *
 * @param unique texts of the event, each with the format of the number that replaces it
 */
public record RouteSample(EventFixtures.Case event, Map<String, String> unique) {
  private static final SampleSigner SIGNER = new SampleSigner(Map.of(), Clock.systemUTC());

  private static List<RouteSample> all() {
    return List.of(
        of("pages/get-home"),
        of("pages/get-sitemap"),
        of("pages/get-services"),
        of("pages/get-robots"),
        of("pages/get-favicon"),
        of("pages/get-favicon-ico"),
        of("pages/get-touch-icon"),
        of("pages/get-manifest"),
        of("pages/get-lead-script"),
        of("pages/get-unknown-asset"),
        of("pages/unknown-page"),
        of("contact/get-form"),
        of("contact/get-thanks"),
        of("contact/post-json", "0190f3a2-form-key", "bench-%08d", "43210", "%05d"),
        of("contact/post-form", "0190f3a2-form-key", "bench-%08d", "43210", "%05d"),
        of("contact/posted-form", "asha%40", "a%08d%%40"),
        of("contact/posted-form-preflight"),
        of("contact/preflight-unknown-origin"),
        of("google-ads/post-lead", "CjwKCAiA0", "bench%08d"),
        of("webhook/post-lead", "msg_1", "msg_%08d"),
        of("meta/get-verify"),
        of("meta/post-event", "\"999\"", "\"9%08d\""),
        of("linkedin/get-challenge"),
        of("linkedin/post-created", "9d8f0c2e", "%08d"),
        of("linkedin/post-deleted", "9d8f0c2e", "%08d"),
        of("indiamart/post-enquiry", "2012487827", "20%08d"),
        of("justdial/get-enquiry", "JD1234567", "JD%08d"),
        of("justdial/post-form", "JD1234569", "JD%08d"),
        of("testimonials/get-page"),
        of("testimonials/get-thanks"),
        of("testimonials/api-list-empty"),
        of("testimonials/api-post", "t-key-1", "bench-%08d"),
        of("testimonials/post-form", "t-key-1", "bench-%08d"),
        of("testimonials/preflight-unknown-origin"),
        of("faq/get-list"),
        of("faq/get-entry"),
        of("faq/post-vote-yes", "0190f3a2-vote", "bench-%08d"),
        of("faq/api-list"),
        of("faq/api-answers"),
        of("faq/api-answers-none", "Lucknow", "%s"),
        of("faq/api-questions", "2025-01", YearMonth.now(India.ZONE).toString()),
        of("drain/lead", "drain-1", "drain-%08d", "0a0855ee52ea", "0000%08d"));
  }

  private static RouteSample of(String event, String... unique) {
    String[] path = event.split("/", 2);
    return new RouteSample(
        EventFixtures.named(path[0], path[1]),
        Stream.iterate(0, i -> i < unique.length, i -> i + 2)
            .collect(Collectors.toMap(i -> unique[i], i -> unique[i + 1])));
  }

  /**
   * At least one sample for each route, and one for the queue. HEAD needs none: functions answer it
   * as GET.
   *
   * @throws IllegalStateException when a route has no sample
   */
  public static List<RouteSample> all(SamTemplate template) {
    TreeSet<String> missing =
        template.routes().stream()
            .map(SamTemplate.Route::key)
            .filter(key -> !key.startsWith("HEAD "))
            .collect(Collectors.toCollection(TreeSet::new));
    List<RouteSample> samples = all();
    samples.forEach(sample -> missing.remove(sample.route()));
    if (!missing.isEmpty()) {
      throw new IllegalStateException("No sample for " + missing);
    }
    return samples;
  }

  /** The sample of this name, e.g. {@code contact/post-json}. */
  public static RouteSample named(String event) {
    return all().stream()
        .filter(sample -> sample.event.toString().equals(event))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No sample " + event));
  }

  /** The route, or the function's id for an event that is no request. */
  public String route() {
    return String.valueOf(json().getOrDefault("routeKey", event.functionId()));
  }

  /** The request with this number, signed if its platform signs requests. */
  public WireRequest request(long number) {
    WireRequest sample =
        WireRequest.of(event)
            .orElseThrow(() -> new IllegalStateException(event + " is not a request"));
    String text = sample.target() + sample.headers() + new String(sample.body(), UTF_8);
    if (!unique.keySet().stream().allMatch(text::contains)) {
      throw new IllegalStateException(event + " does not contain all of " + unique.keySet());
    }
    WireRequest numbered =
        new WireRequest(
            sample.method(),
            withNumber(sample.target(), number),
            sample.headers().entrySet().stream()
                .collect(
                    Collectors.toMap(Map.Entry::getKey, h -> withNumber(h.getValue(), number))),
            withNumber(new String(sample.body(), UTF_8), number).getBytes(UTF_8));
    return SIGNER.sign(event.function(), numbered);
  }

  /** The event with this number. */
  public byte[] event(long number) {
    if (!json().containsKey("routeKey")) {
      return withNumber(new String(bytes(), UTF_8), number).getBytes(UTF_8);
    }
    WireRequest request = request(number);
    EventBuilder built =
        EventBuilder.request(request.method(), request.target())
            .routeKey(route())
            .sourceIp(senderAddress(number))
            .body(request.body());
    request.headers().forEach(built::header);
    return built.build();
  }

  /** A different address for each request, so that the flood limit does not apply. */
  private static String senderAddress(long number) {
    return "10." + (number >> 16 & 255) + '.' + (number >> 8 & 255) + '.' + (number & 255);
  }

  private String withNumber(String text, long number) {
    String numbered = text;
    for (Map.Entry<String, String> replacement : unique.entrySet()) {
      numbered = numbered.replace(replacement.getKey(), format(replacement.getValue(), number));
    }
    return numbered;
  }

  /** {@code %s} writes the digits as letters, because digits would look like a phone number. */
  private static String format(String format, long number) {
    return format.equals("%s")
        ? Long.toString(number, 10)
            .chars()
            .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'a')))
            .collect(Collectors.joining("", "city", ""))
        : format.formatted(number);
  }

  private Map<String, Object> json() {
    try {
      return JSON.std.mapFrom(bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + event, e);
    }
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(event.event());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + event, e);
    }
  }
}
