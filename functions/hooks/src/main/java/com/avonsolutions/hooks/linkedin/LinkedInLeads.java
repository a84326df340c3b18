package com.avonsolutions.hooks.linkedin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.secret.HmacSha256;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.hooks.HookBody;
import com.avonsolutions.hooks.platform.AnswerSheet;
import com.avonsolutions.hooks.platform.PlatformIntake;
import com.avonsolutions.hooks.platform.PlatformTime;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * LinkedIn's events contain the id of a lead without its answers, and say when to erase a lead.
 *
 * @see <a
 *     href="https://learn.microsoft.com/en-us/linkedin/shared/api-guide/webhook-validation">Webhook
 *     validation</a>
 */
@Singleton
@Requires(property = "linkedin.client.secret.name")
final class LinkedInLeads {
  private static final String SOURCE = "linkedin";
  private static final byte[] SIGNED_PREFIX = "hmacsha256=".getBytes(US_ASCII);

  /**
   * We sign a challenge with the secret that also signs messages. Accepting only UUIDs stops others
   * from using our reply to sign a forged message.
   */
  private static final Pattern CHALLENGE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final PlatformIntake intake;
  private final LeadStore leads;
  private final Secrets secrets;
  private final String secretName;
  private final boolean mustBeSigned;

  /**
   * Creates the receiver.
   *
   * @param signature {@code required}, or {@code optional} to accept unsigned messages too: sources
   *     disagree on whether LinkedIn signs those of Lead Sync
   */
  LinkedInLeads(
      PlatformIntake intake,
      LeadStore leads,
      Secrets secrets,
      @Value("${linkedin.client.secret.name}") String secretName,
      @Value("${linkedin.signature}") String signature) {
    this.intake = intake;
    this.leads = leads;
    this.secrets = secrets;
    this.secretName = secretName;
    this.mustBeSigned = !signature.equals("optional");
  }

  /** Proves to LinkedIn that we own this URL; LinkedIn checks every two hours. */
  Response verify(Request request) {
    String challenge =
        request
            .query("challengeCode")
            .filter(code -> CHALLENGE.matcher(code).matches())
            .orElseThrow(() -> HttpException.badRequest("The challengeCode has to be a UUID."));
    String response = HmacSha256.hex(secrets.current(secretName), challenge.getBytes(US_ASCII));
    return Response.json(
        200, new JsonWriter().put("challengeCode", challenge).put("challengeResponse", response));
  }

  /** Accepts or erases the lead that the event names. */
  Response receive(Request request) {
    byte[] body = HookBody.bytes(request);
    Optional<String> signature = request.header("x-li-signature");
    boolean signed =
        signature.filter(hex -> secrets.signed(secretName, hex, SIGNED_PREFIX, body)).isPresent();
    if (!signed && (mustBeSigned || signature.isPresent())) {
      throw HttpException.unauthorized("The signature is not made with our secret.");
    }
    JsonReader event = HookBody.json(request);
    Optional<String> id = event.text("leadGenFormResponse").map(LinkedInLeads::idOf);
    if (id.isPresent() && isAction(event, "DELETED")) {
      if (!signed) {
        throw HttpException.unauthorized("Nothing is erased without a signature.");
      }
      leads.eraseAndBlock(SubmissionIdentity.ofProvider(SOURCE, id.get()));
    } else if (id.isPresent() && isAction(event, "CREATED")) {
      accept(event, id.get());
    }
    return Response.json(200, new JsonWriter());
  }

  private static boolean isAction(JsonReader event, String action) {
    return event.text("leadAction").filter(action::equals).isPresent();
  }

  private void accept(JsonReader event, String id) {
    Map<String, String> touch = new LinkedHashMap<>();
    event.text("leadType").ifPresent(type -> touch.put("lead_type", type));
    event
        .object("associatedEntity")
        .ifPresent(entity -> entity.texts().forEach((kind, urn) -> touch.put(kind, urn)));
    intake.accept(
        LeadState.AWAITING_DETAILS,
        new AnswerSheet(),
        new Origin(
            SOURCE,
            event.text("leadGenForm").map(LinkedInLeads::idOf),
            Optional.of(id),
            Optional.empty(),
            event.number("occurredAt").flatMap(PlatformTime::ofMillis)),
        touch);
  }

  /** The last part of a URN: 123 in {@code urn:li:leadGenFormResponse:123}. */
  private static String idOf(String urn) {
    return urn.substring(urn.lastIndexOf(':') + 1);
  }
}
