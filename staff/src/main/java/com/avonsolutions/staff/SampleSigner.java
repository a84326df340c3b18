package com.avonsolutions.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.domain.secret.HmacSha256;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.event.WireRequest;
import com.avonsolutions.sandbox.standin.SampleSources;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

/**
 * Signs a platform's sample with a site's own secrets and the current time, as the platform would.
 * Samples named as wrong keep their wrong signature.
 */
public final class SampleSigner {
  /** The challenge in the LinkedIn sample; the expected answer depends on the secret. */
  private static final String CHALLENGE = "890e4665-4dfe-4ab1-b689-ed553bceeed0";

  private static final String JUSTDIAL_REPLY = "RECEIVED";

  private final Map<String, String> secrets;
  private final Clock clock;

  /**
   * Makes a signer.
   *
   * @param secrets GOOGLE_ADS_KEY, META_VERIFY_TOKEN, META_APP_SECRET, LINKEDIN_CLIENT_SECRET,
   *     INDIAMART_TOKEN, JUSTDIAL_TOKEN, FORM_SECRET, and JUSTDIAL_REPLY, the answer that JustDial
   *     expects; a missing one is that of the samples
   */
  public SampleSigner(Map<String, String> secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  WireRequest sign(EventFixtures.Case sample) {
    WireRequest request =
        WireRequest.of(sample)
            .orElseThrow(() -> new IllegalArgumentException(sample + " is not a request"));
    return sample.name().contains("wrong") ? request : sign(sample.function(), request);
  }

  /**
   * Signs any request of a platform, such as a changed sample.
   *
   * @param function the folder of the platform's samples in events/
   */
  public WireRequest sign(String function, WireRequest request) {
    byte[] body = request.body();
    return switch (function) {
      case "google-ads" ->
          request.with(
              new String(body, UTF_8)
                  .replace(SampleSources.GOOGLE_ADS_KEY, googleAdsKey())
                  .getBytes(UTF_8));
      case "meta" ->
          request
              .at(
                  request
                      .target()
                      .replace(
                          SampleSources.META_VERIFY_TOKEN, URLEncoder.encode(metaToken(), UTF_8)))
              .with("x-hub-signature-256", "sha256=" + HmacSha256.hex(metaSecret(), body));
      case "linkedin" ->
          request.with(
              "x-li-signature",
              HmacSha256.hex(linkedInSecret(), "hmacsha256=".getBytes(UTF_8), body));
      case "indiamart" ->
          request.at(request.target().replace(SampleSources.INDIAMART_TOKEN, indiaMartToken()));
      case "justdial" ->
          request.at(request.target().replace(SampleSources.JUSTDIAL_TOKEN, justDialToken()));
      case "webhook" -> signedWebhook(request);
      default -> request;
    };
  }

  private WireRequest signedWebhook(WireRequest request) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    String id = request.headers().getOrDefault("webhook-id", "msg_1");
    byte[] signature =
        new HmacSha256(formKey())
            .sign((id + '.' + timestamp + '.').getBytes(UTF_8), request.body());
    return request
        .with("webhook-timestamp", timestamp)
        .with("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature));
  }

  private byte[] formKey() {
    String secret = secret("FORM_SECRET", SampleSources.FORM_SECRET);
    try {
      return Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
    } catch (IllegalArgumentException e) {
      throw new UserError("FORM_SECRET is malformed: it is whsec_ and Base64. Copy it again.", e);
    }
  }

  /** Rewrites an answer as if the site had the sample secrets, which the expectations assume. */
  Answer asWithSampleSecrets(EventFixtures.Case sample, Answer answer) {
    String text =
        switch (sample.function()) {
          case "linkedin" ->
              replaceSecret(
                  answer.text(),
                  HmacSha256.hex(linkedInSecret(), CHALLENGE.getBytes(UTF_8)),
                  HmacSha256.hex(SampleSources.LINKEDIN_CLIENT_SECRET, CHALLENGE.getBytes(UTF_8)));
          case "justdial" ->
              replaceSecret(
                  answer.text(), secret("JUSTDIAL_REPLY", JUSTDIAL_REPLY), JUSTDIAL_REPLY);
          default -> answer.text();
        };
    return Answer.of(answer.status(), answer.headers(), text);
  }

  /** Removes the sample's value first: a site with a secret of its own must not answer with it. */
  private static String replaceSecret(String text, String given, String sample) {
    return given.equals(sample) ? text : text.replace(sample, "").replace(given, sample);
  }

  private String googleAdsKey() {
    return secret("GOOGLE_ADS_KEY", SampleSources.GOOGLE_ADS_KEY);
  }

  private String metaToken() {
    return secret("META_VERIFY_TOKEN", SampleSources.META_VERIFY_TOKEN);
  }

  private String metaSecret() {
    return secret("META_APP_SECRET", SampleSources.META_APP_SECRET);
  }

  private String linkedInSecret() {
    return secret("LINKEDIN_CLIENT_SECRET", SampleSources.LINKEDIN_CLIENT_SECRET);
  }

  private String indiaMartToken() {
    return secret("INDIAMART_TOKEN", SampleSources.INDIAMART_TOKEN);
  }

  private String justDialToken() {
    return secret("JUSTDIAL_TOKEN", SampleSources.JUSTDIAL_TOKEN);
  }

  private String secret(String variable, String sample) {
    return secrets.getOrDefault(variable, sample);
  }
}
