package com.avonsolutions.domain.submission;

import com.avonsolutions.text.Sha256;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells whether two requests are the same submission. By the first of these that there is:
 *
 * <ol>
 *   <li>The id that an ad platform gives a lead.
 *   <li>Else the client's {@code Idempotency-Key}: the same key with other content is a conflict.
 *   <li>Else the hidden key of its form together with the content: going back, correcting a word
 *       and sending again is a new submission; pressing the button twice is not.
 *   <li>Else the content alone, within {@link #CONTENT_WINDOW}.
 * </ol>
 *
 * @param key names the submission; a hash, so that it reveals nothing about the sender
 * @param contentHash distinguishes a repeat from other content under the same key
 * @param window how long a repeat is recognised
 */
public record SubmissionIdentity(String key, String contentHash, Duration window) {

  /** How long equal content without any key counts as a repeat. */
  public static final Duration CONTENT_WINDOW = Duration.ofMinutes(10);

  /** How long a key is kept. */
  public static final Duration KEY_WINDOW = Duration.ofDays(30);

  /**
   * How long a platform's id is kept: longer than a lead, so that fetching old leads again restores
   * none that expired or was erased.
   */
  public static final Duration PROVIDER_WINDOW = Duration.ofDays(1_500);

  /**
   * Identifies a submission.
   *
   * @param content the fields that the sender filled in, without keys and other hidden values
   */
  public static SubmissionIdentity of(
      Optional<String> idempotencyKey, Optional<String> formKey, Map<String, String> content) {
    StringBuilder canonical = new StringBuilder();
    new TreeMap<>(content).forEach((name, value) -> append(append(canonical, name), value));
    String contentHash = Sha256.hex(canonical.toString());
    if (idempotencyKey.isPresent()) {
      return new SubmissionIdentity(
          Sha256.hex("key\0" + idempotencyKey.get()), contentHash, KEY_WINDOW);
    }
    if (formKey.isPresent()) {
      return new SubmissionIdentity(
          Sha256.hex("form\0" + formKey.get() + '\0' + contentHash), contentHash, KEY_WINDOW);
    }
    return new SubmissionIdentity(
        Sha256.hex("content\0" + contentHash), contentHash, CONTENT_WINDOW);
  }

  /**
   * Identifies a lead by its id at the source. The same id is the same lead whatever else the
   * message says, because a platform may send more or fewer details the next time.
   *
   * @param source e.g. {@code google-ads}
   */
  public static SubmissionIdentity ofProvider(String source, String providerId) {
    StringBuilder named = append(append(new StringBuilder("provider\0"), source), providerId);
    return new SubmissionIdentity(Sha256.hex(named.toString()), Sha256.hex(""), PROVIDER_WINDOW);
  }

  /** The identity of a conflict: other content under this identity's key. */
  public SubmissionIdentity ofConflict() {
    return new SubmissionIdentity(
        Sha256.hex("conflict\0" + key + '\0' + contentHash), contentHash, window);
  }

  /** Writes the length before each text, because a text may contain any separator. */
  private static StringBuilder append(StringBuilder canonical, String text) {
    return canonical.append(text.length()).append(':').append(text);
  }
}
