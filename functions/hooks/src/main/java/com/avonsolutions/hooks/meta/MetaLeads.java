package com.avonsolutions.hooks.meta;

import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.SpilledLead;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.hooks.HookBody;
import com.avonsolutions.hooks.platform.AnswerSheet;
import com.avonsolutions.hooks.platform.PlatformIntake;
import com.avonsolutions.hooks.platform.PlatformTime;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Meta's events contain ids of leads without their answers. The id is stored before the answers are
 * fetched, so that no lead is lost while the Graph API is down. Meta retries for 36 hours until it
 * gets 200, in any order.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Webhooks</a>
 */
@Singleton
@Requires(property = "meta.app.secret.name")
final class MetaLeads {
  private static final String SOURCE = "meta";
  private static final List<String> AD_IDS = List.of("ad_id", "adgroup_id", "page_id");

  private final PlatformIntake intake;
  private final Secrets secrets;
  private final String verifyTokenName;
  private final String appSecretName;

  MetaLeads(
      PlatformIntake intake,
      Secrets secrets,
      @Value("${meta.verify.token.name}") String verifyTokenName,
      @Value("${meta.app.secret.name}") String appSecretName) {
    this.intake = intake;
    this.secrets = secrets;
    this.verifyTokenName = verifyTokenName;
    this.appSecretName = appSecretName;
  }

  /** Proves to Meta that we own this URL. */
  Response verify(Request request) {
    boolean subscribes = request.query("hub.mode").filter("subscribe"::equals).isPresent();
    String token = request.query("hub.verify_token").orElse("");
    if (!subscribes || !secrets.matches(verifyTokenName, token)) {
      throw HttpException.forbidden("The token is not ours.");
    }
    return request
        .query("hub.challenge")
        .filter(challenge -> challenge.matches("[A-Za-z0-9_-]{1,100}"))
        .map(challenge -> Response.text(200, "text/plain", challenge))
        .orElseThrow(() -> HttpException.badRequest("The challenge is missing."));
  }

  /** Accepts every lead that the event names, in all entries and changes. */
  Response receive(Request request) {
    byte[] body = HookBody.bytes(request);
    String signature = request.header("x-hub-signature-256").orElse("");
    if (!signature.startsWith("sha256=")
        || !secrets.signed(appSecretName, signature.substring("sha256=".length()), body)) {
      throw HttpException.unauthorized("The signature is not made with our secret.");
    }
    List<SpilledLead> batch = new ArrayList<>();
    for (JsonReader entry : HookBody.json(request).objects("entry")) {
      for (JsonReader change : entry.objects("changes")) {
        if (change.text("field").filter("leadgen"::equals).isPresent()) {
          change.object("value").flatMap(this::lead).ifPresent(batch::add);
        }
      }
    }
    intake.acceptAll(batch);
    return Response.text(200, "text/plain", "EVENT_RECEIVED");
  }

  private Optional<SpilledLead> lead(JsonReader value) {
    Optional<String> id = value.text("leadgen_id");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> touch = new LinkedHashMap<>();
    AD_IDS.forEach(name -> value.text(name).ifPresent(adId -> touch.put(name, adId)));
    return Optional.of(
        intake.identified(
            LeadState.AWAITING_DETAILS,
            new AnswerSheet(),
            new Origin(
                SOURCE,
                value.text("form_id"),
                id,
                Optional.empty(),
                value.number("created_time").flatMap(PlatformTime::ofSeconds)),
            touch));
  }
}
