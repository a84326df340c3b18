package com.avonsolutions.domain.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with one key, and comparison in constant time. */
public final class HmacSha256 {
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac keyed;

  public HmacSha256(byte[] key) {
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA256", e);
    }
  }

  /** The signature of the parts, joined. Looking the algorithm up takes longer than copying it. */
  public byte[] sign(byte[]... parts) {
    try {
      Mac mac = (Mac) keyed.clone();
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own HMAC-SHA256 can be copied", e);
    }
  }

  /** The signature as lower-case hexadecimal digits. */
  public static String hex(String key, byte[]... parts) {
    return HexFormat.of()
        .formatHex(new HmacSha256(key.getBytes(StandardCharsets.UTF_8)).sign(parts));
  }

  /** Compares two texts in constant time, so that the time does not show how much was right. */
  public static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
