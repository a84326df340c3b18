package com.avonsolutions.domain.faq;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question that customers ask, with our answer.
 *
 * @param slug lower-case ASCII words joined by hyphens; the entry's address is /faqs/{slug}
 * @param hindi the question in Hindi, if people ask it in Hindi
 * @param category heading under which the entry is listed
 * @param order position in the list of all entries, smallest first; a category stands at the
 *     position of its first entry
 * @param featured shown on the home page
 * @param aliases other ways of asking the same
 * @param answerHtml the answer, rendered from Markdown when it was stored, with raw HTML escaped
 * @param updatedAt when its content was last stored; empty if it never was
 */
public record FaqEntry(
    String slug,
    String question,
    Optional<String> hindi,
    String category,
    int order,
    boolean featured,
    List<String> aliases,
    String answerHtml,
    Optional<Instant> updatedAt) {
  /** How many characters of a visitor's message are read, from its end. */
  public static final int MAX_ASKED_LENGTH = 1_200;

  /** How many characters are read as one question, from its beginning. */
  public static final int MAX_QUESTION_LENGTH = 300;

  /** An entry that is not stored yet. */
  public FaqEntry(
      String slug,
      String question,
      Optional<String> hindi,
      String category,
      int order,
      boolean featured,
      List<String> aliases,
      String answerHtml) {
    this(slug, question, hindi, category, order, featured, aliases, answerHtml, Optional.empty());
  }
}
