package com.avonsolutions.local.catcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.domain.secret.StandardWebhooks;
import com.avonsolutions.local.catcher.Catch.Signature;
import com.avonsolutions.local.overview.IndiaTime;
import com.avonsolutions.local.page.LocalAnswers;
import com.avonsolutions.local.page.LocalPart;
import com.avonsolutions.local.page.LocalRequest;
import com.avonsolutions.local.templates.StaticTemplates;
import com.avonsolutions.local.templates.Templates;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.text.Unicode;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST /_local/catch/NAME?answer=500,500,200&wait=20} catches a webhook: the first attempt
 * of an id gets the first status, the next the next, and all further ones the last, each after the
 * wait in seconds. {@code GET} shows what was caught, as a page or with {@code .json} as JSON.
 */
public final class WebhookCatcher implements LocalPart {
  private static final String ROOT = "/_local/catch";
  private static final Pattern NAME = Pattern.compile(ROOT + "/([a-z0-9-]{1,40})(\\.json)?");
  private static final int MAX_KEPT = 200;
  private static final int MAX_BODY = 64 * 1024;
  private static final BigDecimal MAX_WAIT_SECONDS = BigDecimal.valueOf(60);

  private final Map<String, Deque<Catch>> caught = new TreeMap<>();
  private final Templates templates = new StaticTemplates();
  private final Clock clock;
  private final IndiaTime time;

  public WebhookCatcher(Clock clock) {
    this.clock = clock;
    this.time = new IndiaTime(clock);
  }

  @Override
  public Optional<Answer> answer(LocalRequest request) throws IOException, InterruptedException {
    if (request.path().equals(ROOT) && request.isGet()) {
      return Optional.of(
          LocalAnswers.page(templates.catches("", names(), List.of(), time).render()));
    }
    Matcher name = NAME.matcher(request.path());
    if (!name.matches()) {
      return request.path().startsWith(ROOT)
          ? Optional.of(LocalAnswers.error(404, "Use /_local/catch/NAME: a-z, 0-9 and hyphens."))
          : Optional.empty();
    }
    return Optional.of(answer(request, name.group(1), name.group(2) != null));
  }

  private Answer answer(LocalRequest request, String name, boolean json)
      throws IOException, InterruptedException {
    if (request.isGet()) {
      List<Catch> catches = caught(name);
      return json
          ? LocalAnswers.json(catches.stream().map(WebhookCatcher::json).toList())
          : LocalAnswers.page(templates.catches(name, names(), catches, time).render());
    }
    // A form of the page's own, since HTML has no DELETE.
    if (request.method().equals("DELETE") || request.parameter("delete").isPresent()) {
      forget(name);
      return LocalAnswers.seeOther(ROOT + "/" + name);
    }
    int status = keep(name, request);
    Thread.sleep(wait(request).toMillis());
    return LocalAnswers.error(status, "Caught.");
  }

  private synchronized List<String> names() {
    return List.copyOf(caught.keySet());
  }

  private synchronized List<Catch> caught(String name) {
    return List.copyOf(caught.getOrDefault(name, new ArrayDeque<>()));
  }

  private synchronized void forget(String name) {
    caught.remove(name);
  }

  private synchronized int keep(String name, LocalRequest request) {
    Deque<Catch> catches = caught.computeIfAbsent(name, key -> new ArrayDeque<>());
    String id = request.headers().getOrDefault("webhook-id", "");
    List<Catch> before = catches.stream().filter(c -> c.webhookId().equals(id)).toList();
    Instant now = clock.instant();
    int attempt = before.stream().findFirst().map(last -> last.attempt() + 1).orElse(1);
    int status = status(request, attempt);
    catches.addFirst(
        new Catch(
            now,
            request.method(),
            new TreeMap<>(request.headers()),
            Unicode.cut(new String(request.body(), UTF_8), MAX_BODY),
            id,
            attempt,
            before.stream().findFirst().map(last -> Duration.between(last.at(), now)),
            signature(request, id),
            status));
    if (catches.size() > MAX_KEPT) {
      catches.removeLast();
    }
    return status;
  }

  private static int status(LocalRequest request, int attempt) {
    List<Integer> statuses =
        Arrays.stream(request.parameter("answer").orElse("").split(",", -1))
            .filter(text -> text.matches("[2-5][0-9]{2}"))
            .map(Integer::valueOf)
            .toList();
    return statuses.isEmpty() ? 200 : statuses.get(Math.min(attempt, statuses.size()) - 1);
  }

  private static Duration wait(LocalRequest request) {
    return request
        .parameter("wait")
        .filter(text -> text.matches("[0-9]{1,4}(\\.[0-9]{1,3})?"))
        .map(BigDecimal::new)
        .map(seconds -> seconds.min(MAX_WAIT_SECONDS).movePointRight(3).longValue())
        .map(Duration::ofMillis)
        .orElse(Duration.ZERO);
  }

  private static Signature signature(LocalRequest request, String id) {
    String given = request.headers().getOrDefault("webhook-signature", "");
    if (given.isEmpty()) {
      return Signature.ABSENT;
    }
    String expected =
        StandardWebhooks.sign(
            SampleSources.CHANNEL_SECRET,
            id,
            request.headers().getOrDefault("webhook-timestamp", ""),
            request.body());
    return List.of(given.split(" ", -1)).contains(expected) ? Signature.RIGHT : Signature.WRONG;
  }

  private static Map<String, Object> json(Catch caught) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", caught.at().toString());
    json.put("method", caught.method());
    json.put("webhookId", caught.webhookId());
    json.put("attempt", caught.attempt());
    caught.sinceLast().ifPresent(time -> json.put("secondsSinceLast", time.toMillis() / 1000.0));
    json.put("signature", caught.signature().name().toLowerCase(Locale.ROOT));
    json.put("answered", caught.answered());
    json.put("headers", caught.headers());
    json.put("body", caught.body());
    try {
      json.put("json", JSON.std.mapFrom(caught.body()));
    } catch (IOException e) {
      // Not JSON: the body says what it is.
    }
    return json;
  }
}
