package com.avonsolutions.faq;

import com.avonsolutions.text.Unicode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A question as it is stored, without what may identify the visitor: e-mail addresses, handles,
 * links, and runs of five or more digits are removed, then everything but words. Names are kept,
 * because nothing distinguishes them from other words.
 *
 * @param text lower case, words separated by single spaces, at most 120 characters; may be empty
 */
record RedactedQuestion(String text) {
  private static final int MAX_READ = 1_000;
  private static final int MAX_LENGTH = 120;

  /** E-mail addresses, also with spaces around the @, and handles such as @name. */
  private static final Pattern MAIL = Pattern.compile("\\S+\\s@\\s\\S+|\\S*@\\S*");

  private static final Pattern LINK =
      Pattern.compile(
          "\\S*://\\S*|\\bwww\\.\\S*"
              + "|[\\p{L}\\p{N}_.-]*\\.(?:com|in|org|net|co|io|biz|info)\\b(?:/\\S*)?");

  /** Five or more digits, with any separators that people write in phone numbers. */
  private static final Pattern NUMBER = Pattern.compile("(?:\\p{Nd}[\\s\\p{Pd}.()/+]*+){5,}+");

  /** Invisible joiners, as in Devanagari, and apostrophes: removed without splitting the word. */
  private static final Pattern IN_WORDS = Pattern.compile("[\\p{Cf}'’]");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]++");

  static RedactedQuestion of(String question) {
    String text =
        Normalizer.normalize(Unicode.cut(question, MAX_READ), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT);
    text = IN_WORDS.matcher(text).replaceAll("");
    text = MAIL.matcher(text).replaceAll(" ");
    text = LINK.matcher(text).replaceAll(" ");
    text = NUMBER.matcher(text).replaceAll(" ");
    text = BETWEEN_WORDS.matcher(text).replaceAll(" ").strip();
    return new RedactedQuestion(Unicode.cut(text, MAX_LENGTH).strip());
  }

  boolean isEmpty() {
    return text.isEmpty();
  }
}
