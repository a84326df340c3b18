package com.avonsolutions.answers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A question as it is understood against the words of the entries. */
final class Query {
  /** More words than this no longer sharpen a question. */
  private static final int MOST_WORDS = 40;

  private static final double OF_UNKNOWN = 0.8;
  private static final double OF_MISSPELT = 0.8;
  private static final double ONE_SLIP = 0.9;
  private static final double TWO_SLIPS = 0.75;
  private static final int SHORTEST_PART = 3;
  private static final int ENOUGH_WORDS = 5;

  /**
   * A word of the question.
   *
   * @param stems numbers of the stems by which entries are found
   * @param worths what it is worth to find each of them
   * @param weight how much the word counts
   * @param vector one long; null for a word without
   */
  record Word(Said said, int[] stems, double[] worths, double weight, float @Nullable [] vector) {

    /** Whether it means something that neither the entries nor the vectors know. */
    boolean isForeign() {
      return !said.weak() && stems.length == 0 && vector == null;
    }

    /** How much a word of the entries is the same, from 0 to 1. */
    double same(Vocabulary.Word other) {
      double same = 0;
      for (int stem : other.stems()) {
        for (int i = 0; i < stems.length; i++) {
          same = stems[i] == stem ? Math.max(same, worths[i]) : same;
        }
      }
      return same;
    }
  }

  private final List<Word> words = new ArrayList<>();
  private final float @Nullable [] vector;
  private final int[] numbers;

  Query(String text, Language language, Entries entries, Spelling spelling) {
    List<Said> said = language.read(text);
    Vocabulary vocabulary = entries.vocabulary();
    Set<String> seen = new HashSet<>();
    List<float[]> sums = new ArrayList<>();
    for (int i = 0; i < said.size() && words.size() < MOST_WORDS; i++) {
      Said one = said.get(i);
      if (!seen.add(one.key())) {
        continue;
      }
      Map<Integer, Double> stems = new LinkedHashMap<>();
      for (String stem : one.stems()) {
        int number = vocabulary.stem(stem);
        if (number >= 0) {
          stems.put(number, 1.0);
        }
      }
      float[] sum = vocabulary.sum(one);
      if (stems.isEmpty() && !one.weak()) {
        addParts(said, i, vocabulary, stems);
      }
      if (stems.isEmpty() && !one.weak()) {
        sum = correct(one, vocabulary, spelling, language, stems, sum);
      }
      sums.add(sum.clone());
      words.add(
          new Word(
              one,
              stems.keySet().stream().mapToInt(Integer::intValue).toArray(),
              stems.values().stream().mapToDouble(Double::doubleValue).toArray(),
              weight(one, stems, entries),
              Vectors.normalize(sum) ? sum : null));
    }
    vector = sum(sums, words.stream().filter(Word::isForeign).count());
    numbers =
        words.stream()
            .map(word -> vocabulary.find(word.said()))
            .mapToInt(known -> known == null ? -1 : known.number())
            .sorted()
            .toArray();
  }

  private static double weight(Said said, Map<Integer, Double> stems, Entries entries) {
    double largest = 0;
    for (int stem : stems.keySet()) {
      largest = Math.max(largest, entries.idf(stem));
    }
    double weight = stems.isEmpty() ? OF_UNKNOWN * entries.idfOfUnknown() : largest;
    return said.weak() ? Entries.OF_WEAK * weight : weight;
  }

  /** Finds "web site" by "website", and "website" by "web site". */
  private static void addParts(
      List<Said> said, int at, Vocabulary vocabulary, Map<Integer, Double> stems) {
    String word = said.get(at).key();
    for (int other : new int[] {at - 1, at + 1}) {
      if (other >= 0 && other < said.size()) {
        String joined = other < at ? said.get(other).key() + word : word + said.get(other).key();
        int number = vocabulary.stem(EnglishStemmer.stem(joined));
        if (number >= 0) {
          stems.put(number, OF_MISSPELT);
        }
      }
    }
    for (int cut = SHORTEST_PART; stems.isEmpty() && cut <= word.length() - SHORTEST_PART; cut++) {
      int first = vocabulary.stem(EnglishStemmer.stem(word.substring(0, cut)));
      int second = vocabulary.stem(EnglishStemmer.stem(word.substring(cut)));
      if (first >= 0 && second >= 0) {
        stems.put(first, OF_MISSPELT);
        stems.put(second, OF_MISSPELT);
      }
    }
  }

  private static float[] correct(
      Said said,
      Vocabulary vocabulary,
      Spelling spelling,
      Language language,
      Map<Integer, Double> stems,
      float[] sum) {
    String written = said.text();
    List<Spelling.Found> nearest = spelling.nearest(written);
    boolean known = language.isEnglish(written);
    float[] corrected = sum;
    for (Spelling.Found found : nearest) {
      Vocabulary.Word word = vocabulary.word(found.word());
      if (known && found.distance() > 1) {
        continue;
      }
      for (int stem : word.stems()) {
        stems.put(stem, found.distance() == 1 ? ONE_SLIP : TWO_SLIPS);
      }
      float[] vector = word.vector();
      if (!known && vector != null) {
        corrected = vocabulary.sum(language.read(word.text()).get(0));
      }
    }
    return corrected;
  }

  /**
   * The question's vector. Words that nobody here knows mean something too, each something of its
   * own: by them the vector is shorter than one, and like nothing very much.
   */
  private static float @Nullable [] sum(List<float[]> sums, long foreign) {
    if (sums.isEmpty()) {
      return null;
    }
    float[] all = new float[sums.get(0).length];
    double squares = 0;
    int known = 0;
    for (float[] sum : sums) {
      double square = Vectors.dot(sum, 0, sum, 0, sum.length);
      squares += square;
      known += square > 0 ? 1 : 0;
      for (int i = 0; i < all.length; i++) {
        all[i] += sum[i];
      }
    }
    double square = Vectors.dot(all, 0, all, 0, all.length);
    if (!Vectors.normalize(all)) {
      return null;
    }
    double share = square / (square + foreign * squares / known);
    for (int i = 0; i < all.length; i++) {
      all[i] *= (float) Math.sqrt(share);
    }
    return all;
  }

  List<Word> words() {
    return words;
  }

  /** The numbers that its words have among those of the entries, less than 0 for others. */
  int[] numbers() {
    return numbers;
  }

  /** Whether a word of the entries is one of the question's, and not a weak one. */
  boolean asksFor(Vocabulary.@Nullable Word word) {
    return word != null
        && !word.weak()
        && words.stream().anyMatch(asked -> !asked.said().weak() && asked.same(word) > 0);
  }

  /** How many words carry meaning of their own, in parts of five and at most one. */
  double meaningfulWords() {
    return Math.min(ENOUGH_WORDS, words.stream().filter(word -> !word.said().weak()).count())
        / (double) ENOUGH_WORDS;
  }

  /** The vector of the whole question, one long; null for one without. */
  float @Nullable [] vector() {
    return vector;
  }
}
