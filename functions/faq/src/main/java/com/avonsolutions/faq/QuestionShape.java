package com.avonsolutions.faq;

import com.avonsolutions.web.form.PlainText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a question without what may tell who asked it: this is what is kept. Addresses,
 * links and whatever has five digits in a row are taken out, then everything but words. Names
 * cannot be told from other words and stay.
 *
 * @param text lower case, words with single blanks between, at most 120 characters; may be empty
 */
record QuestionShape(String text) {
  private static final int READ = 1_000;
  private static final int LONGEST = 120;

  /** Also a handle, and an address with blanks around its @. */
  private static final Pattern MAIL = Pattern.compile("\\S+\\s@\\s\\S+|\\S*@\\S*");

  private static final Pattern LINK =
      Pattern.compile(
          "\\S*://\\S*|\\bwww\\.\\S*"
              + "|[\\p{L}\\p{N}_.-]*\\.(?:com|in|org|net|co|io|biz|info)\\b(?:/\\S*)?");

  /** People part the digits of a phone number as they like. */
  private static final Pattern NUMBER = Pattern.compile("(?:\\p{Nd}[\\s\\p{Pd}.()/+]*+){5,}+");

  /** Joins parts of one letter in Devanagari and cannot be seen. */
  private static final Pattern FORMAT = Pattern.compile("[\\p{Cf}'’]");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]++");

  static QuestionShape of(String question) {
    String text =
        Normalizer.normalize(PlainText.cut(question, READ), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT);
    text = FORMAT.matcher(text).replaceAll("");
    text = MAIL.matcher(text).replaceAll(" ");
    text = LINK.matcher(text).replaceAll(" ");
    text = NUMBER.matcher(text).replaceAll(" ");
    text = BETWEEN_WORDS.matcher(text).replaceAll(" ").strip();
    return new QuestionShape(PlainText.cut(text, LONGEST).strip());
  }

  boolean isEmpty() {
    return text.isEmpty();
  }
}
