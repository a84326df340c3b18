package com.avonsolutions.mail;

import com.avonsolutions.text.Unicode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text of others in headers: no line break or control reaches one, and no turn of direction that
 * would show it as something else. Joiners stay, which Hindi and emoji need.
 */
public final class HeaderText {
  /** In code points. Mail programs show less. */
  private static final int MAX_SUBJECT = 150;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 .,_-]*");

  /** RFC 2047, section 2: an encoded word is 75 characters at most. */
  private static final int MAX_WORD = 75;

  private static final String WORD_START = "=?UTF-8?B?";
  private static final String WORD_END = "?=";

  /** Bytes whose Base64 fits between start and end. */
  private static final int MAX_BYTES = (MAX_WORD - WORD_START.length() - WORD_END.length()) / 4 * 3;

  private HeaderText() {}

  /** A subject in Unicode: one line, of at most 150 code points. */
  public static String subject(String text) {
    String line = line(text);
    return line.codePointCount(0, line.length()) <= MAX_SUBJECT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_SUBJECT - 1)) + "…";
  }

  /** One line without controls; half a surrogate pair becomes a replacement character. */
  static String line(String text) {
    String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return BLANKS.matcher(Unicode.printableLine(whole)).replaceAll(" ").strip();
  }

  /**
   * The name before an address, as RFC 2047 wants it: plain ASCII as it is, anything else in
   * encoded words that end between characters, with the blanks inside the words, because those
   * between words are not shown.
   */
  public static String name(String text) {
    String line = line(text);
    if (PLAIN.matcher(line).matches()) {
      return line.isEmpty() ? line : '"' + line + '"';
    }
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int bytes = 0;
    for (int codePoint : line.codePoints().toArray()) {
      String character = Character.toString(codePoint);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > MAX_BYTES) {
        words.add(encoded(word));
        word.setLength(0);
        bytes = 0;
      }
      word.append(character);
      bytes += size;
    }
    words.add(encoded(word));
    return String.join(" ", words);
  }

  private static String encoded(CharSequence word) {
    return WORD_START
        + Base64.getEncoder().encodeToString(word.toString().getBytes(StandardCharsets.UTF_8))
        + WORD_END;
  }
}
