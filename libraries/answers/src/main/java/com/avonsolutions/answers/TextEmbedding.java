package com.avonsolutions.answers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The vector of a text, and its stems for texts without a vector. Compares texts by meaning. */
public final class TextEmbedding {
  private static final Language LANGUAGE = new Language(WordVectors.shipped());

  private final Set<String> stems;
  private final int @Nullable [] vector;

  private TextEmbedding(Set<String> stems, int @Nullable [] vector) {
    this.stems = stems;
    this.vector = vector;
  }

  /** Embeds a text of any script or language; a text without words gets an empty embedding. */
  public static TextEmbedding of(String text) {
    List<Term> terms = LANGUAGE.analyze(text);
    return new TextEmbedding(
        terms.stream()
            .filter(term -> !term.stopWord())
            .flatMap(term -> term.stems().stream())
            .collect(Collectors.toUnmodifiableSet()),
        new Vocabulary(WordVectors.shipped()).textVector(terms));
  }

  /** The mean of embeddings, each with the same weight. */
  public static TextEmbedding centroid(List<TextEmbedding> embeddings) {
    Set<String> stems = new HashSet<>();
    float[] sum = new float[WordVectors.shipped().dimensions()];
    for (TextEmbedding embedding : embeddings) {
      stems.addAll(embedding.stems);
      if (embedding.vector != null) {
        Vectors.add(embedding.vector, sum);
      }
    }
    return new TextEmbedding(stems, Vectors.unit(sum));
  }

  /**
   * Similarity from 0 to 1: the cosine of the vectors, or the Jaccard index of the stems where one
   * of the two texts has no vector. It is 0 for an empty embedding.
   */
  public double similarity(TextEmbedding other) {
    if (vector != null && other.vector != null) {
      return Math.min(1, Math.max(0, Vectors.cosine(vector, other.vector)));
    }
    Set<String> shared = new HashSet<>(stems);
    shared.retainAll(other.stems);
    int union = stems.size() + other.stems.size() - shared.size();
    return union == 0 ? 0 : (double) shared.size() / union;
  }
}
