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
 * An event of events/ that stands for its route, made a submission of its own each time: what is
 * sent again would be found and not stored.
 *
 * @param unique texts of the event, and a format of a number that takes their place
 */
public record RouteSample(EventFixtures.Case event, Map<String, String> unique) {
  private static final SampleSigner SIGNER = new SampleSigner(Map.of(), Clock.systemUTC());

  private static List<RouteSample> all() {
    return List.of(
        of("pages/get-home"),
        of("pages/get-sitemap"),
        of("pages/get-services"),
        of("pages/get-backend-developer"),
        of("pages/get-privacy"),
        of("pages/get-robots"),
        of("pages/get-favicon"),
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
   * One for each route at least, and one for the queue.
   *
   * @throws IllegalStateException when a route has none; HEAD is answered as GET and needs none
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
      throw new IllegalStateException("No event stands for " + missing);
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

  /** Its route, or the function where no request calls it. */
  public String route() {
    return String.valueOf(json().getOrDefault("routeKey", event.functionId()));
  }

  /** The request with this number, signed where its platform signs. */
  public WireRequest request(long number) {
    WireRequest sample =
        WireRequest.of(event)
            .orElseThrow(() -> new IllegalStateException(event + " is no request"));
    String all = sample.target() + sample.headers() + new String(sample.body(), UTF_8);
    if (!unique.keySet().stream().allMatch(all::contains)) {
      throw new IllegalStateException(event + " has not all of " + unique.keySet());
    }
    WireRequest changed =
        new WireRequest(
            sample.method(),
            changed(sample.target(), number),
            sample.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, h -> changed(h.getValue(), number))),
            changed(new String(sample.body(), UTF_8), number).getBytes(UTF_8));
    return SIGNER.sign(event.function(), changed);
  }

  /** The event with this number, as bytes for the handler. */
  public byte[] event(long number) {
    if (!json().containsKey("routeKey")) {
      return changed(new String(bytes(), UTF_8), number).getBytes(UTF_8);
    }
    WireRequest request = request(number);
    EventBuilder built =
        EventBuilder.request(request.method(), request.target())
            .routeKey(route())
            .sourceIp(address(number))
            .body(request.body());
    request.headers().forEach(built::header);
    return built.build();
  }

  /** An address of its own for each, or one sender would be turned away. */
  private static String address(long number) {
    return "10." + (number >> 16 & 255) + '.' + (number >> 8 & 255) + '.' + (number & 255);
  }

  private String changed(String text, long number) {
    String changed = text;
    for (Map.Entry<String, String> one : unique.entrySet()) {
      changed = changed.replace(one.getKey(), filled(one.getValue(), number));
    }
    return changed;
  }

  /** Where a number would be taken for a personal one, letters stand for it. */
  private static String filled(String format, long number) {
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
      throw new UncheckedIOException(event + " cannot be read", e);
    }
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(event.event());
    } catch (IOException e) {
      throw new UncheckedIOException(event + " cannot be read", e);
    }
  }
}
