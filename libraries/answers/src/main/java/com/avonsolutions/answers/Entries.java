package com.avonsolutions.answers;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries as they were read: their words, what each word weighs, and their vectors. */
final class Entries {
  /** BM25F: how soon repeats of a word stop counting, and how much the length of a field does. */
  static final double K1 = 1.2;

  private static final double B = 0.75;
  private static final double[] BOOSTS = {2, 2, 0.5};
  private static final int QUESTION = 0;
  private static final int ALIASES = 1;
  private static final int ANSWER = 2;

  static final double OF_WEAK = 0.4;

  /**
   * One way of asking for an entry, or an answer.
   *
   * @param words the numbers of its words, each once, ascending
   * @param vector one long; null for a text without
   */
  record Line(int[] words, float @Nullable [] vector) {}

  /**
   * An entry as it was read.
   *
   * @param question the words of its question
   * @param asked each way of asking: the question, the same in Hindi, the aliases
   * @param whole the vector of question and answer together; null without an answer
   * @param centre the vector of all ways of asking together
   */
  record Entry(
      FaqEntry entry,
      List<Said> question,
      List<Line> asked,
      Line answer,
      float @Nullable [] whole,
      float @Nullable [] centre) {}

  /**
   * Where a stem stands.
   *
   * @param entries numbers of the entries, ascending
   * @param values what the stem gives to the score of each
   */
  record Postings(int[] entries, float[] values) {}

  private final Vocabulary vocabulary;
  private final List<Entry> entries = new ArrayList<>();
  private final Postings[] postings;
  private final double[] idf;
  private final double[] weights;

  Entries(List<FaqEntry> faqs, Language language, WordVectors vectors) {
    this.vocabulary = new Vocabulary(vectors);
    List<int[][]> fields = new ArrayList<>();
    double[] lengths = new double[BOOSTS.length];
    for (FaqEntry faq : faqs) {
      List<List<Said>> asked = waysOfAsking(faq).map(language::read).toList();
      List<Said> answer = language.read(AnswerText.of(faq.answerHtml()));
      List<Line> lines = new ArrayList<>();
      int[][] words = new int[BOOSTS.length][];
      for (int i = 0; i < asked.size(); i++) {
        int[] numbers = learn(asked.get(i));
        lines.add(new Line(distinct(numbers), vocabulary.vector(asked.get(i))));
        int field = i == 0 ? QUESTION : ALIASES;
        words[field] = words[field] == null ? numbers : join(words[field], numbers);
      }
      words[ALIASES] = words[ALIASES] == null ? new int[0] : words[ALIASES];
      words[ANSWER] = learn(answer);
      for (int field = 0; field < BOOSTS.length; field++) {
        lengths[field] += words[field].length / (double) Math.max(1, faqs.size());
      }
      fields.add(words);
      entries.add(
          new Entry(
              faq,
              asked.get(0),
              List.copyOf(lines),
              new Line(distinct(words[ANSWER]), null),
              answer.isEmpty()
                  ? null
                  : vocabulary.vector(
                      Stream.concat(asked.get(0).stream(), answer.stream()).toList()),
              centre(lines, vectors.dimensions())));
    }
    this.idf = new double[vocabulary.stems()];
    this.postings = postings(fields, lengths);
    this.weights = vocabulary.words().stream().mapToDouble(this::weight).toArray();
  }

  static Stream<String> waysOfAsking(FaqEntry entry) {
    return Stream.concat(
        Stream.concat(Stream.of(entry.question()), entry.hindi().stream()),
        entry.aliases().stream());
  }

  private int[] learn(List<Said> text) {
    return text.stream().mapToInt(said -> vocabulary.learn(said).number()).toArray();
  }

  private static int[] distinct(int[] numbers) {
    return Arrays.stream(numbers).distinct().sorted().toArray();
  }

  private static int[] join(int[] some, int[] others) {
    int[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }

  private static float @Nullable [] centre(List<Line> lines, int dimensions) {
    float[] sum = new float[dimensions];
    for (Line line : lines) {
      float[] vector = line.vector();
      for (int i = 0; vector != null && i < dimensions; i++) {
        sum[i] += vector[i];
      }
    }
    return Vectors.normalize(sum) ? sum : null;
  }

  private Postings[] postings(List<int[][]> fields, double[] lengths) {
    int stems = vocabulary.stems();
    List<List<int[]>> found = new ArrayList<>();
    List<List<double[]>> weights = new ArrayList<>();
    for (int stem = 0; stem < stems; stem++) {
      found.add(new ArrayList<>());
      weights.add(new ArrayList<>());
    }
    double[] frequency = new double[stems];
    for (int entry = 0; entry < fields.size(); entry++) {
      List<Integer> touched = new ArrayList<>();
      for (int field = 0; field < BOOSTS.length; field++) {
        int[] words = fields.get(entry)[field];
        double length = lengths[field] == 0 ? 1 : words.length / lengths[field];
        double once = BOOSTS[field] / (1 - B + B * length);
        for (int word : words) {
          for (int stem : vocabulary.word(word).stems()) {
            if (frequency[stem] == 0) {
              touched.add(stem);
            }
            frequency[stem] += once;
          }
        }
      }
      for (int stem : touched) {
        found.get(stem).add(new int[] {entry});
        weights.get(stem).add(new double[] {frequency[stem]});
        frequency[stem] = 0;
      }
    }
    Postings[] all = new Postings[stems];
    for (int stem = 0; stem < stems; stem++) {
      int count = found.get(stem).size();
      idf[stem] = idf(count, fields.size());
      int[] numbers = new int[count];
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        double weight = weights.get(stem).get(i)[0];
        numbers[i] = found.get(stem).get(i)[0];
        values[i] = (float) (weight * (K1 + 1) / (K1 + weight));
      }
      all[stem] = new Postings(numbers, values);
    }
    return all;
  }

  /** How much a word tells that stands in so many entries. */
  private static double idf(int count, int entries) {
    return Math.log(1 + (entries - count + 0.5) / (count + 0.5));
  }

  /** What a word weighs that no entry has. */
  double idfOfUnknown() {
    return idf(0, entries.size());
  }

  double idf(int stem) {
    return idf[stem];
  }

  /** What a word of the entries weighs. */
  double weight(int word) {
    return weights[word];
  }

  /** As much as the rarest of its stems. */
  private double weight(Vocabulary.Word word) {
    double largest = 0;
    for (int stem : word.stems()) {
      largest = Math.max(largest, idf[stem]);
    }
    return word.weak() ? OF_WEAK * largest : largest;
  }

  Postings postings(int stem) {
    return postings[stem];
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  List<Entry> all() {
    return entries;
  }

  Entry get(int number) {
    return entries.get(number);
  }

  int count() {
    return entries.size();
  }
}
