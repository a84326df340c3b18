package com.avonsolutions.domain.faq;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question that customers ask, with our answer.
 *
 * @param slug lower-case ASCII words joined by hyphens; the entry's address is /faqs/{slug}
 * @param hindi the question in Hindi, where it is natural to ask it so
 * @param category heading under which the entry is listed
 * @param order place in the list of all entries, smallest first; a category stands where its first
 *     entry does
 * @param featured shown on the home page
 * @param aliases other ways of asking the same
 * @param answerHtml the answer, rendered from Markdown when it was stored, with raw HTML escaped
 * @param updatedAt when its content was last stored; nothing for one that never was
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
