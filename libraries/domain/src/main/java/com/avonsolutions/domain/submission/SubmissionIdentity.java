package com.avonsolutions.domain.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What makes two arrivals the same submission.
 *
 * <ol>
 *   <li>The id that an ad platform gives a lead.
 *   <li>Else the client's {@code Idempotency-Key}: the same key with another content is a conflict.
 *   <li>Else the key that its form carries together with the content: going back, correcting a word
 *       and sending again is a new submission; pressing twice is not.
 *   <li>Else the content alone, within {@link #CONTENT_WINDOW}.
 * </ol>
 *
 * @param key names the submission; a hash, so that it says nothing about its sender
 * @param contentHash tells a repeat from another submission under the same key
 * @param window for how long a repeat is recognised
 */
public record SubmissionIdentity(String key, String contentHash, Duration window) {

  /** For how long a submission without any key is taken for a repeat of an equal one. */
  public static final Duration CONTENT_WINDOW = Duration.ofMinutes(10);

  /** For how long a key is remembered. */
  public static final Duration KEY_WINDOW = Duration.ofDays(30);

  /**
   * For how long a platform's id is remembered: longer than a lead is kept, so that fetching old
   * leads again brings none back that has expired or was erased.
   */
  public static final Duration PROVIDER_WINDOW = Duration.ofDays(1_500);

  /**
   * Identifies a submission.
   *
   * @param content the fields that its sender filled in, without keys and other hidden values
   */
  public static SubmissionIdentity of(
      Optional<String> idempotencyKey, Optional<String> formKey, Map<String, String> content) {
    StringBuilder canonical = new StringBuilder();
    new TreeMap<>(content).forEach((name, value) -> append(append(canonical, name), value));
    String contentHash = sha256(canonical.toString());
    if (idempotencyKey.isPresent()) {
      return new SubmissionIdentity(
          sha256("key\0" + idempotencyKey.get()), contentHash, KEY_WINDOW);
    }
    if (formKey.isPresent()) {
      return new SubmissionIdentity(
          sha256("form\0" + formKey.get() + '\0' + contentHash), contentHash, KEY_WINDOW);
    }
    return new SubmissionIdentity(sha256("content\0" + contentHash), contentHash, CONTENT_WINDOW);
  }

  /**
   * Identifies a lead by the name that its source gives it. The same name is the same lead whatever
   * else the message says, because a platform that sends again may know more or less than before.
   *
   * @param source e.g. {@code google-ads}
   */
  public static SubmissionIdentity ofProvider(String source, String providerId) {
    StringBuilder named = append(append(new StringBuilder("provider\0"), source), providerId);
    return new SubmissionIdentity(sha256(named.toString()), sha256(""), PROVIDER_WINDOW);
  }

  /** Identifies what came under this identity's key with another content. */
  public SubmissionIdentity ofConflict() {
    return new SubmissionIdentity(
        sha256("conflict\0" + key + '\0' + contentHash), contentHash, window);
  }

  /** Its length before each text, because a text can hold any character one might part them by. */
  private static StringBuilder append(StringBuilder canonical, String text) {
    return canonical.append(text.length()).append(':').append(text);
  }

  /** The SHA-256 of a text in UTF-8, as lower-case hexadecimal digits. */
  public static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
