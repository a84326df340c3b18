package com.avonsolutions.faq.search;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a text is about, to find texts that say the same in other words. */
public final class Meaning {
  private static final Language LANGUAGE = new Language();

  private final Set<String> meanings;

  private Meaning(Set<String> meanings) {
    this.meanings = meanings;
  }

  /** The meaning of a text of any script or language; of one without words it is empty. */
  public static Meaning of(String text) {
    return new Meaning(
        LANGUAGE.words(LANGUAGE.stems(text)).stream()
            .filter(word -> !word.weak())
            .flatMap(word -> word.meanings().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** How alike two meanings are, from 0 to 1; nothing is like an empty one. */
  public double likeness(Meaning other) {
    Set<String> both = new HashSet<>(meanings);
    both.retainAll(other.meanings);
    int all = meanings.size() + other.meanings.size() - both.size();
    return all == 0 ? 0 : (double) both.size() / all;
  }
}
