package com.avonsolutions.answers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a text is about, to find texts that say the same in other words. */
public final class Meaning {
  private static final Language LANGUAGE = new Language(WordVectors.shipped());

  private final Set<String> stems;
  private final float @Nullable [] vector;

  private Meaning(Set<String> stems, float @Nullable [] vector) {
    this.stems = stems;
    this.vector = vector;
  }

  /** The meaning of a text of any script or language; of one without words it is empty. */
  public static Meaning of(String text) {
    List<Said> said = LANGUAGE.read(text);
    return new Meaning(
        said.stream()
            .filter(word -> !word.weak())
            .flatMap(word -> word.stems().stream())
            .collect(Collectors.toUnmodifiableSet()),
        new Vocabulary(WordVectors.shipped()).vector(said));
  }

  /** The meaning of texts together, each of which weighs the same. */
  public static Meaning ofAll(List<Meaning> meanings) {
    Set<String> stems = new HashSet<>();
    float[] sum = new float[WordVectors.shipped().dimensions()];
    for (Meaning meaning : meanings) {
      stems.addAll(meaning.stems);
      for (int i = 0; meaning.vector != null && i < sum.length; i++) {
        sum[i] += meaning.vector[i];
      }
    }
    return new Meaning(stems, Vectors.normalize(sum) ? sum : null);
  }

  /** How alike two meanings are, from 0 to 1; nothing is like an empty one. */
  public double likeness(Meaning other) {
    if (vector != null && other.vector != null) {
      return Math.min(1, Math.max(0, Vectors.cosine(vector, other.vector)));
    }
    Set<String> both = new HashSet<>(stems);
    both.retainAll(other.stems);
    int all = stems.size() + other.stems.size() - both.size();
    return all == 0 ? 0 : (double) both.size() / all;
  }
}
