package com.avonsolutions.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.domain.secret.HmacSha256;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.standin.SampleSources;
import java.util.Arrays;
import java.util.Base64;

/** Signs messages with the sample secrets, as the platforms do. */
final class HookSignatures {
  private static final String TIME = "1795342530";

  private HookSignatures() {}

  /** Adds the signature of a platform that signs; the others have a key in their message. */
  static EventBuilder sign(String source, EventBuilder event, byte[] body) {
    return switch (source) {
      case "meta" ->
          event.header(
              "x-hub-signature-256",
              "sha256=" + HmacSha256.hex(SampleSources.META_APP_SECRET, body));
      case "linkedin" ->
          event.header(
              "x-li-signature",
              HmacSha256.hex(
                  SampleSources.LINKEDIN_CLIENT_SECRET, "hmacsha256=".getBytes(UTF_8), body));
      case "webhook" -> {
        String id = "m" + Arrays.hashCode(body);
        byte[] key = Base64.getDecoder().decode(SampleSources.FORM_SECRET.substring(6));
        byte[] signature = new HmacSha256(key).sign((id + '.' + TIME + '.').getBytes(UTF_8), body);
        yield event
            .header("webhook-id", id)
            .header("webhook-timestamp", TIME)
            .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature));
      }
      default -> event;
    };
  }
}
