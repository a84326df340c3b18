package com.avonsolutions.domain.consent;

import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.submission.Receipt;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person agreed to, as far as we saw it.
 *
 * @param given the purposes that were asked for and agreed to
 * @param refused the purposes that were asked for and refused
 */
public record Consent(
    ShownWords words, ConsentMethod method, Set<Purpose> given, Set<Purpose> refused) {
  /** Metric filters of template.yaml compare it. */
  private static final String UNKNOWN_WORDS = "unknown words of consent";

  public Consent {
    given = Collections.unmodifiableSet(new TreeSet<>(given));
    refused = Collections.unmodifiableSet(new TreeSet<>(refused));
  }

  /** Consent to one purpose, the only one that was asked for. */
  public static Consent to(Purpose purpose, ShownWords words, ConsentMethod method) {
    return new Consent(words, method, Set.of(purpose), Set.of());
  }

  /** The only purpose that was asked for was refused. */
  public static Consent refusalOf(Purpose purpose, ShownWords words, ConsentMethod method) {
    return new Consent(words, method, Set.of(), Set.of(purpose));
  }

  /**
   * A consent of which we saw no answer.
   *
   * @param method {@link ConsentMethod#PLATFORM} or {@link ConsentMethod#UNKNOWN}
   */
  public static Consent unseen(ShownWords words, ConsentMethod method) {
    return new Consent(words, method, Set.of(), Set.of());
  }

  /**
   * Has somebody look, if this is stored and we should have its exact words and do not. A platform
   * keeps the words of its forms.
   *
   * @param receipt of what was submitted with it; a repeat is not logged again
   */
  public void logUnknownWords(Receipt receipt, FailureLog log) {
    if (!receipt.repeated() && method != ConsentMethod.PLATFORM && words.hash().isEmpty()) {
      log.failure(UNKNOWN_WORDS, new IllegalStateException());
    }
  }
}
