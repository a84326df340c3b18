package com.avonsolutions.hooks.googleads;

import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.domain.submission.YesNo;
import com.avonsolutions.hooks.HookBody;
import com.avonsolutions.hooks.platform.AnswerSheet;
import com.avonsolutions.hooks.platform.PlatformIntake;
import com.avonsolutions.hooks.platform.PlatformTime;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.function.ErrorAnswers;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Google Ads posts complete leads, with our key in the body and no signature. Every field may be
 * missing. Google retries after a 5xx and never after a 4xx; {@code {}} acknowledges the lead.
 *
 * @see <a href="https://developers.google.com/google-ads/webhook/docs/implementation">Webhook
 *     implementation</a>
 */
@Singleton
@Requires(property = "google.ads.key.name")
final class GoogleAdsLeads {
  private static final String SOURCE = "google-ads";
  private static final List<String> AD_IDS =
      List.of("campaign_id", "adgroup_id", "creative_id", "asset_group_id");

  private static final String COLUMNS = "user_column_data";

  /** Fields that have another place in the lead, or none: the key is a secret. */
  private static final Set<String> MAPPED =
      Set.of(
          "google_key",
          "api_version",
          "lead_id",
          "form_id",
          "is_test",
          "gcl_id",
          "campaign_id",
          "adgroup_id",
          "creative_id",
          "asset_group_id");

  private final PlatformIntake intake;
  private final Secrets secrets;
  private final String keyName;
  private final ErrorAnswers errors;

  GoogleAdsLeads(
      PlatformIntake intake,
      Secrets secrets,
      @Value("${google.ads.key.name}") String keyName,
      ErrorAnswers errors) {
    this.intake = intake;
    this.secrets = secrets;
    this.keyName = keyName;
    this.errors = errors;
  }

  /** Accepts a lead and answers in Google's format, errors included. */
  Response receive(Request request) {
    try {
      accept(HookBody.json(request));
      return Response.json(200, new JsonWriter());
    } catch (RuntimeException e) {
      Response answer = errors.answer(request, e);
      String message =
          e instanceof HttpException refused ? refused.detail() : "Please send it again later.";
      return Response.json(answer.status(), new JsonWriter().put("message", message));
    }
  }

  private void accept(JsonReader lead) {
    if (!secrets.matches(keyName, lead.text("google_key").orElse(""))) {
      throw HttpException.unauthorized("The key is not ours.");
    }
    AnswerSheet answers = new AnswerSheet();
    for (JsonReader column : lead.objects(COLUMNS)) {
      String id = column.text("column_id").orElse("");
      // The name of a standard column may be in any language; the id of a custom one is a number.
      String question =
          column.text("column_name").filter(name -> !id.matches("[A-Z][A-Z_]*")).orElse(id);
      column.forEach(
          (name, answer) -> {
            if (!name.equals("column_id") && !name.equals("column_name")) {
              answers.add(question, answer);
            }
          });
    }
    Optional<Instant> submitted = lead.text("lead_submit_time").flatMap(PlatformTime::iso);
    lead.forEach(
        (name, text) -> {
          boolean read = name.equals("lead_submit_time") && submitted.isPresent();
          if (!read && !MAPPED.contains(name) && !name.startsWith(COLUMNS)) {
            answers.addExtra(name, text);
          }
        });
    Optional<String> form = lead.text("form_id");
    intake.accept(
        lead.text("is_test").filter(YesNo::isYes).isPresent() ? LeadState.TEST : LeadState.RECEIVED,
        answers,
        new Origin(SOURCE, form, lead.text("lead_id"), Optional.empty(), submitted),
        touch(lead));
  }

  private static Map<String, String> touch(JsonReader lead) {
    Map<String, String> touch = new LinkedHashMap<>();
    lead.text("gcl_id").ifPresent(id -> touch.put("gclid", id));
    for (String name : AD_IDS) {
      lead.text(name).ifPresent(id -> touch.put(name, id));
    }
    return touch;
  }
}
