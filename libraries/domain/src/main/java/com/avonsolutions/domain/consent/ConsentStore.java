package com.avonsolutions.domain.consent;

import java.util.List;
import java.util.Optional;

/**
 * Reads the records of consent, and keeps the words of forms on other sites. The stores of leads
 * and testimonials write the records, in their own transactions. Every method throws {@link
 * com.avonsolutions.domain.StoreUnavailableException} when the store does not answer in time.
 */
public interface ConsentStore {

  /** The records of one lead or testimonial, oldest first. */
  List<ConsentRecord> of(ConsentSubject subject);

  /** The exact words with this hash, if they are kept here. */
  Optional<String> words(String hash);

  /**
   * Keeps the words that a form shows. The same words again change nothing.
   *
   * @param shown names them, with their hash
   * @param text in {@linkplain WordsHash#canonical canonical form}
   */
  void keep(ShownWords shown, String text);
}
