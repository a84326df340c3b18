package com.avonsolutions.domain.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * Signatures of Standard Webhooks with a shared secret.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">The
 *     specification</a>
 */
public final class StandardWebhooks {
  private static final String SECRET_PREFIX = "whsec_";
  private static final String SIGNATURE_PREFIX = "v1,";

  private StandardWebhooks() {}

  /**
   * The signature of a message, as its header {@code webhook-signature} has it.
   *
   * @param secret Base64, with or without {@code whsec_} before it
   * @param timestamp in seconds since 1970
   * @throws IllegalArgumentException when the secret is malformed
   */
  public static String sign(String secret, String id, String timestamp, byte[] body) {
    byte[] key =
        Base64.getDecoder()
            .decode(
                secret.startsWith(SECRET_PREFIX)
                    ? secret.substring(SECRET_PREFIX.length())
                    : secret);
    byte[] hmac = new HmacSha256(key).sign((id + '.' + timestamp + '.').getBytes(UTF_8), body);
    return SIGNATURE_PREFIX + Base64.getEncoder().encodeToString(hmac);
  }
}
