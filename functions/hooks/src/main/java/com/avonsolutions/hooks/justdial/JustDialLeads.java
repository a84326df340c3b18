package com.avonsolutions.hooks.justdial;

import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.domain.submission.YesNo;
import com.avonsolutions.hooks.HookBody;
import com.avonsolutions.hooks.UrlToken;
import com.avonsolutions.hooks.platform.AnswerSheet;
import com.avonsolutions.hooks.platform.PlatformIntake;
import com.avonsolutions.hooks.platform.PlatformTime;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.http.UrlEncoded;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Enquiries of JustDial. Its account manager decides whether they come as a query, a form or JSON,
 * and which reply JustDial expects. There is no public documentation, so every filled field is
 * kept.
 */
@Singleton
@Requires(property = "justdial.token.name")
final class JustDialLeads {
  private static final String SOURCE = "justdial";

  private final PlatformIntake intake;
  private final Secrets secrets;
  private final String tokenName;
  private final String reply;

  /**
   * Creates the receiver.
   *
   * @param reply the text that JustDial expects: RECEIVED for some accounts, SUCCESS for others
   */
  JustDialLeads(
      PlatformIntake intake,
      Secrets secrets,
      @Value("${justdial.token.name}") String tokenName,
      @Value("${justdial.reply}") String reply) {
    this.intake = intake;
    this.secrets = secrets;
    this.tokenName = tokenName;
    this.reply = reply;
  }

  Response receiveQuery(Request request) {
    UrlToken.check(request, secrets, tokenName);
    return accept(form(request.rawQuery().getBytes(StandardCharsets.UTF_8)));
  }

  Response receiveBody(Request request) {
    UrlToken.check(request, secrets, tokenName);
    if (HookBody.mediaType(request).equals("application/x-www-form-urlencoded")) {
      return accept(form(HookBody.bytes(request)));
    }
    Map<String, List<String>> fields = new TreeMap<>();
    HookBody.json(request).forEach((name, value) -> add(fields, name, value));
    return accept(fields);
  }

  private static Map<String, List<String>> form(byte[] encoded) {
    Map<String, List<String>> fields = new TreeMap<>();
    UrlEncoded.forEach(encoded, (name, value) -> add(fields, name, value));
    return fields;
  }

  /** A field may come several times, and in any case. */
  private static void add(Map<String, List<String>> fields, String name, String value) {
    fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(value);
  }

  private Response accept(Map<String, List<String>> enquiry) {
    AnswerSheet answers = new AnswerSheet();
    Optional<Instant> submitted =
        field(enquiry, "date")
            .flatMap(date -> field(enquiry, "time").map(time -> date + ' ' + time))
            .flatMap(PlatformTime::ofIndia);
    Set<String> mapped = new HashSet<>(Set.of("leadid", "name"));
    if (submitted.isPresent()) {
      mapped.addAll(Set.of("date", "time"));
    }
    if (field(enquiry, "name").isPresent()) {
      mapped.add("prefix");
    }
    field(enquiry, "name")
        .ifPresent(
            name ->
                answers.add(
                    "name",
                    field(enquiry, "prefix").map(prefix -> prefix + ' ' + name).orElse(name)));
    // Before the landline, because staff call the first number.
    answers.addEach("mobile", enquiry.getOrDefault("mobile", List.of()).stream());
    enquiry.forEach(
        (name, values) -> {
          if (!name.equals("mobile")) {
            // Of a mapped field only what was not mapped is left.
            long used = mapped.contains(name) ? 1 : 0;
            answers.addEach(name, values.stream().filter(value -> !value.isBlank()).skip(used));
          }
        });
    if (answers.isEmpty()) {
      throw HttpException.badRequest("There is no enquiry in this.");
    }
    if (field(enquiry, "dncmobile").filter(YesNo::isYes).isPresent()) {
      answers.doNotCall();
    }
    intake.accept(
        LeadState.RECEIVED,
        answers,
        new Origin(SOURCE, Optional.empty(), field(enquiry, "leadid"), Optional.empty(), submitted),
        Map.of());
    return Response.text(200, "text/plain", reply);
  }

  private static Optional<String> field(Map<String, List<String>> enquiry, String name) {
    return enquiry.getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
