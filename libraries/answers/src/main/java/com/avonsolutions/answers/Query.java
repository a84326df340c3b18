package com.avonsolutions.answers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A question matched to the words of the index, with compounds split and spelling corrected. */
final class Query {
  /** Bounds the time of an answer; more terms do not make a question clearer. */
  private static final int MAX_TERMS = 40;

  /** The weight of a term that no entry has, relative to its idf. */
  private static final double UNKNOWN_TERM_WEIGHT = 0.8;

  private static final double COMPOUND_WEIGHT = 0.8;
  private static final double ONE_EDIT_WEIGHT = 0.9;
  private static final double TWO_EDITS_WEIGHT = 0.75;
  private static final int MIN_PART_LENGTH = 3;
  private static final int MAX_CONTENT_WORDS = 5;

  /**
   * A term of the question.
   *
   * @param stems ids of the stems by which documents are found
   * @param stemWeights how well each of these stems fits the term, from 0 to 1
   * @param weight the term's weight in the question
   * @param vector its unit vector in fixed point; null for a term without a vector
   */
  record QueryTerm(
      Term term, int[] stems, double[] stemWeights, double weight, int @Nullable [] vector) {

    /** Whether neither the entries nor the word vectors know it. */
    boolean isUnknown() {
      return !term.stopWord() && stems.length == 0 && vector == null;
    }

    /** The largest weight of a stem in common with a word, or 0. */
    double stemSimilarity(Vocabulary.Word word) {
      double largest = 0;
      for (int stem : word.stems()) {
        for (int i = 0; i < stems.length; i++) {
          largest = stems[i] == stem ? Math.max(largest, stemWeights[i]) : largest;
        }
      }
      return largest;
    }
  }

  private final List<QueryTerm> queryTerms = new ArrayList<>();
  private final BitSet allStems = new BitSet();
  private final int @Nullable [] vector;
  private final int[] words;

  Query(String text, Language language, InvertedIndex index, SpellingCorrector corrector) {
    List<Term> terms = language.analyze(text);
    Vocabulary vocabulary = index.vocabulary();
    Set<String> seen = new HashSet<>();
    List<float[]> termVectors = new ArrayList<>();
    for (int i = 0; i < terms.size() && queryTerms.size() < MAX_TERMS; i++) {
      Term term = terms.get(i);
      if (!seen.add(term.key())) {
        continue;
      }
      Map<Integer, Double> stems = new LinkedHashMap<>();
      for (String stem : term.stems()) {
        int id = vocabulary.stemId(stem);
        if (id >= 0) {
          stems.put(id, 1.0);
        }
      }
      float[] termVector = vocabulary.termVector(term);
      if (stems.isEmpty() && !term.stopWord()) {
        addCompounds(terms, i, vocabulary, stems);
      }
      if (stems.isEmpty() && !term.stopWord()) {
        termVector = correct(term, vocabulary, corrector, language, stems, termVector);
      }
      stems.keySet().forEach(allStems::set);
      termVectors.add(termVector);
      queryTerms.add(
          new QueryTerm(
              term,
              stems.keySet().stream().mapToInt(Integer::intValue).toArray(),
              stems.values().stream().mapToDouble(Double::doubleValue).toArray(),
              weight(term, stems, index),
              Vectors.unit(termVector)));
    }
    vector = vector(termVectors, queryTerms.stream().filter(QueryTerm::isUnknown).count());
    words =
        queryTerms.stream()
            .map(queryTerm -> vocabulary.find(queryTerm.term()))
            .mapToInt(word -> word == null ? -1 : word.id())
            .sorted()
            .toArray();
  }

  private static double weight(Term term, Map<Integer, Double> stems, InvertedIndex index) {
    double largest = 0;
    for (int stem : stems.keySet()) {
      largest = Math.max(largest, index.idf(stem));
    }
    double weight = stems.isEmpty() ? UNKNOWN_TERM_WEIGHT * index.idfOfUnknown() : largest;
    return term.stopWord() ? InvertedIndex.STOP_WORD_WEIGHT * weight : weight;
  }

  /** Joins and splits compounds, so that "web site" finds "website" and the other way round. */
  private static void addCompounds(
      List<Term> terms, int at, Vocabulary vocabulary, Map<Integer, Double> stems) {
    String word = terms.get(at).key();
    for (int neighbour : new int[] {at - 1, at + 1}) {
      if (neighbour >= 0 && neighbour < terms.size()) {
        String joined =
            neighbour < at ? terms.get(neighbour).key() + word : word + terms.get(neighbour).key();
        int id = vocabulary.stemId(EnglishStemmer.stem(joined));
        if (id >= 0) {
          stems.put(id, COMPOUND_WEIGHT);
        }
      }
    }
    for (int split = MIN_PART_LENGTH;
        stems.isEmpty() && split <= word.length() - MIN_PART_LENGTH;
        split++) {
      int first = vocabulary.stemId(EnglishStemmer.stem(word.substring(0, split)));
      int second = vocabulary.stemId(EnglishStemmer.stem(word.substring(split)));
      if (first >= 0 && second >= 0) {
        stems.put(first, COMPOUND_WEIGHT);
        stems.put(second, COMPOUND_WEIGHT);
      }
    }
  }

  /**
   * Adds the stems of the corrections. A correct English word may be a misspelling too, but only
   * one edit away, and it keeps its own vector.
   *
   * @return the vector of the corrected word, or else the term's own
   */
  private static float[] correct(
      Term term,
      Vocabulary vocabulary,
      SpellingCorrector corrector,
      Language language,
      Map<Integer, Double> stems,
      float[] termVector) {
    String text = term.text();
    List<SpellingCorrector.Correction> corrections = corrector.corrections(text);
    boolean english = language.isEnglish(text);
    float[] corrected = termVector;
    for (SpellingCorrector.Correction correction : corrections) {
      Vocabulary.Word word = vocabulary.word(correction.word());
      if (english && correction.distance() > 1) {
        continue;
      }
      for (int stem : word.stems()) {
        stems.put(stem, correction.distance() == 1 ? ONE_EDIT_WEIGHT : TWO_EDITS_WEIGHT);
      }
      if (!english && word.vector() != null) {
        corrected = vocabulary.termVector(language.analyze(word.text()).get(0));
      }
    }
    return corrected;
  }

  /**
   * The question's vector: a unit vector if all terms are known. Each unknown term makes it shorter
   * and so lowers all its cosines, because it carries a meaning that we cannot compare.
   */
  private static int @Nullable [] vector(List<float[]> termVectors, long unknownTerms) {
    if (termVectors.isEmpty()) {
      return null;
    }
    float[] sum = new float[termVectors.get(0).length];
    double squares = 0;
    int known = 0;
    for (float[] termVector : termVectors) {
      double square = Vectors.squaredLength(termVector);
      squares += square;
      known += square > 0 ? 1 : 0;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += termVector[i];
      }
    }
    double square = Vectors.squaredLength(sum);
    return Vectors.ofLength(Math.sqrt(square / (square + unknownTerms * squares / known)), sum);
  }

  List<QueryTerm> terms() {
    return queryTerms;
  }

  /** Ids of its words in the vocabulary, ascending; -1 for each word that no entry has. */
  int[] words() {
    return words;
  }

  /** Whether a term has a stem in common with a word. */
  boolean sharesStem(Vocabulary.Word word) {
    for (int stem : word.stems()) {
      if (allStems.get(stem)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word of the entries matches a term of the question. Stop words never do. */
  boolean contains(Vocabulary.@Nullable Word word) {
    return word != null
        && !word.stopWord()
        && queryTerms.stream()
            .anyMatch(
                queryTerm -> !queryTerm.term().stopWord() && queryTerm.stemSimilarity(word) > 0);
  }

  /** The number of terms other than stop words, divided by five, at most 1. */
  double contentWords() {
    return Math.min(
            MAX_CONTENT_WORDS,
            queryTerms.stream().filter(queryTerm -> !queryTerm.term().stopWord()).count())
        / (double) MAX_CONTENT_WORDS;
  }

  /**
   * The question's vector in fixed point, of length 1 at most; null for a question without a
   * vector.
   */
  int @Nullable [] vector() {
    return vector;
  }
}
