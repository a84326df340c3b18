package com.avonsolutions.hooks.justdial;

import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.hooks.HookBody;
import com.avonsolutions.hooks.UrlToken;
import com.avonsolutions.hooks.platform.AnswerSheet;
import com.avonsolutions.hooks.platform.PlatformIntake;
import com.avonsolutions.hooks.platform.PlatformTime;
import com.avonsolutions.web.form.UrlEncodedFields;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
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

  /** Fields that are mapped to other parts of the lead. */
  private static final Set<String> MAPPED_FIELDS =
      Set.of("leadid", "prefix", "name", "date", "time");

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
    return accept(
        UrlEncodedFields.parse(request.rawQuery().getBytes(StandardCharsets.UTF_8)).all());
  }

  Response receiveBody(Request request) {
    UrlToken.check(request, secrets, tokenName);
    return accept(
        HookBody.mediaType(request).equals("application/x-www-form-urlencoded")
            ? UrlEncodedFields.parse(HookBody.bytes(request)).all()
            : HookBody.json(request).texts());
  }

  private Response accept(Map<String, String> fields) {
    Map<String, String> enquiry = new TreeMap<>();
    fields.forEach((name, value) -> enquiry.put(name.toLowerCase(Locale.ROOT), value));
    AnswerSheet answers = new AnswerSheet();
    field(enquiry, "name")
        .ifPresent(
            name ->
                answers.add(
                    "name",
                    field(enquiry, "prefix").map(prefix -> prefix + ' ' + name).orElse(name)));
    // Before the landline, because staff call the first number.
    field(enquiry, "mobile").ifPresent(mobile -> answers.add("mobile", mobile));
    enquiry.forEach(
        (name, value) -> {
          if (!MAPPED_FIELDS.contains(name) && !name.equals("mobile")) {
            answers.add(name, value);
          }
        });
    if (answers.isEmpty()) {
      throw HttpException.badRequest("There is no enquiry in this.");
    }
    if (field(enquiry, "dncmobile").filter("1"::equals).isPresent()) {
      answers.doNotCall();
    }
    intake.accept(
        LeadState.RECEIVED,
        answers,
        new Origin(
            SOURCE,
            Optional.empty(),
            field(enquiry, "leadid"),
            Optional.empty(),
            field(enquiry, "date")
                .flatMap(date -> field(enquiry, "time").map(time -> date + ' ' + time))
                .flatMap(PlatformTime::ofIndia)),
        Map.of());
    return Response.text(200, "text/plain", reply);
  }

  private static Optional<String> field(Map<String, String> enquiry, String name) {
    return Optional.ofNullable(enquiry.get(name)).filter(value -> !value.isBlank());
  }
}
