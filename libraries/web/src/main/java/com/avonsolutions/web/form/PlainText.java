package com.avonsolutions.web.form;

import com.avonsolutions.text.Unicode;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import java.util.Optional;

/** Rules for texts that people, browsers and scripts send. */
public final class PlainText {
  public static final int MAX_KEY_LENGTH = 255;

  private PlainText() {}

  /** Whether a text is one line without control characters. */
  public static boolean isSingleLine(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }

  /** Whether a text has no control characters except line breaks and tabs. */
  public static boolean isMultiLine(String text) {
    return text.chars()
        .noneMatch(
            character ->
                Character.isISOControl(character)
                    && character != '\n'
                    && character != '\r'
                    && character != '\t');
  }

  /** A text that a script wrote, cut to the limit; empty if it has control characters. */
  public static Optional<String> bounded(Optional<String> text, int limit) {
    return text.map(Unicode::withoutTurns)
        .map(String::strip)
        .filter(PlainText::isSingleLine)
        .map(value -> Unicode.cut(value, limit));
  }

  /** The text, unless it is empty. */
  public static Optional<String> present(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  /** Removes white space and invisible characters around a text, in any script. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isInvisible(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && isInvisible(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static boolean isInvisible(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT;
  }

  /** Whether a text can serve as a key: 1 to {@link #MAX_KEY_LENGTH} visible ASCII characters. */
  public static boolean isKey(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_KEY_LENGTH
        && text.chars().allMatch(character -> character > ' ' && character < 0x7f);
  }

  /**
   * The client's idempotency key.
   *
   * @throws HttpException 400 when it is not a {@link #isKey key}
   * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
   *     Idempotency-Key header</a>
   */
  public static Optional<String> idempotencyKey(Request request) {
    Optional<String> key = request.header("idempotency-key").filter(value -> !value.isBlank());
    if (key.isPresent() && !isKey(key.get())) {
      throw HttpException.badRequest(
          "The Idempotency-Key has to be 1 to %d visible ASCII characters."
              .formatted(MAX_KEY_LENGTH));
    }
    return key;
  }
}
