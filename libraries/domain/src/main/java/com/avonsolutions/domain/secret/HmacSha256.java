package com.avonsolutions.domain.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over bytes as they came, and comparisons whose time does not tell how much was right.
 */
public final class HmacSha256 {

  private HmacSha256() {}

  /** The signature of the parts, one after the other. */
  public static byte[] sign(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA256", e);
    }
  }

  /** The signature as lower-case hexadecimal digits. */
  public static String hex(String key, byte[]... parts) {
    return HexFormat.of().formatHex(sign(key.getBytes(StandardCharsets.UTF_8), parts));
  }

  /** Whether two texts are the same. */
  public static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
