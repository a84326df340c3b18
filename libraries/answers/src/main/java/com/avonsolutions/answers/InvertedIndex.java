package com.avonsolutions.answers;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The inverted index of the entries and the refused subjects: the documents that each stem occurs
 * in with their BM25F weights, the weight of each word, and the vectors of each document.
 */
final class InvertedIndex {
  /**
   * BM25F (Robertson, Zaragoza and Taylor 2004). K1 sets how soon repeated words stop adding to the
   * score, B how much the length of a field counts.
   */
  static final double K1 = 1.2;

  private static final double B = 0.75;
  private static final double[] FIELD_WEIGHTS = {2, 2, 0.5};
  private static final int QUESTION = 0;
  private static final int ALIASES = 1;
  private static final int ANSWER = 2;

  static final double STOP_WORD_WEIGHT = 0.4;

  /** A wording that is nearer to an entry than this is not refused. */
  private static final double MAX_REFUSED_COSINE = 0.55;

  /**
   * One wording of an entry's question.
   *
   * @param words ids of its distinct words, ascending
   * @param vector its unit vector in fixed point; null for a text without a vector
   * @param cosinesWithEarlier its cosine with each wording before it; 0 where there is no vector
   */
  record Wording(int[] words, int @Nullable [] vector, float[] cosinesWithEarlier) {}

  /**
   * An entry in the index.
   *
   * @param refused the subject that it stands for, if it is not an entry
   * @param question the terms of its question
   * @param wordings the question, the question in Hindi, and the aliases
   * @param withAnswer the unit vector in fixed point of question and answer together; null without
   *     an answer
   * @param answerStems ids of the answer's stems, ascending
   * @param centroid the unit vector in fixed point of all wordings together
   */
  record Document(
      FaqEntry entry,
      Optional<RefusedSubject> refused,
      List<Term> question,
      List<Wording> wordings,
      int @Nullable [] withAnswer,
      int[] answerStems,
      int @Nullable [] centroid) {}

  /**
   * The documents in which a stem occurs.
   *
   * @param documents their numbers, ascending
   * @param weights the stem's BM25F weight in each of them, without its idf
   */
  record Postings(int[] documents, float[] weights) {}

  private final Vocabulary vocabulary;
  private final int entryCount;
  private final List<Document> documents = new ArrayList<>();
  private final Postings[] postings;
  private final double[] idf;
  private final double[] wordWeights;

  InvertedIndex(
      List<FaqEntry> entries,
      List<RefusedSubject> subjects,
      Language language,
      WordVectors vectors) {
    this.vocabulary = new Vocabulary(vectors);
    this.entryCount = entries.size();
    List<int[][]> fieldsOfDocuments = new ArrayList<>();
    for (FaqEntry entry : entries) {
      fieldsOfDocuments.add(add(entry, Optional.empty(), language));
    }
    for (RefusedSubject whole : subjects) {
      RefusedSubject subject = unanswered(whole, language);
      if (!subject.wordings().isEmpty()) {
        fieldsOfDocuments.add(add(subject.entry(), Optional.of(subject), language));
      }
    }
    double[] averageLengths = new double[FIELD_WEIGHTS.length];
    for (int[][] fields : fieldsOfDocuments) {
      for (int field = 0; field < FIELD_WEIGHTS.length; field++) {
        averageLengths[field] += fields[field].length / (double) fieldsOfDocuments.size();
      }
    }
    this.idf = new double[vocabulary.stemCount()];
    this.postings = postings(fieldsOfDocuments, averageLengths);
    this.wordWeights = vocabulary.words().stream().mapToDouble(this::weight).toArray();
  }

  /** The subject without the wordings that an entry is about. */
  private RefusedSubject unanswered(RefusedSubject subject, Language language) {
    return subject.only(
        subject.wordings().stream()
            .filter(
                wording ->
                    similarity(vocabulary.textVector(language.analyze(wording)))
                        <= MAX_REFUSED_COSINE)
            .toList());
  }

  /** The largest similarity to an entry. */
  private double similarity(int @Nullable [] vector) {
    double largest = 0;
    for (Document document : documents.subList(0, Math.min(entryCount, documents.size()))) {
      int[] centroid = document.centroid();
      if (vector != null && centroid != null) {
        largest = Math.max(largest, Vectors.cosine(vector, centroid));
      }
    }
    return largest;
  }

  /** Adds a document; returns the ids of its words in each field. */
  private int[][] add(FaqEntry entry, Optional<RefusedSubject> refused, Language language) {
    List<List<Term>> texts = wordings(entry).map(language::analyze).toList();
    List<Term> answer = language.analyze(AnswerText.of(entry.answerHtml()));
    List<Wording> wordings = new ArrayList<>();
    int[][] fields = new int[FIELD_WEIGHTS.length][];
    for (int i = 0; i < texts.size(); i++) {
      int[] words = addAll(texts.get(i));
      int[] vector = vocabulary.textVector(texts.get(i));
      wordings.add(new Wording(distinct(words), vector, cosines(vector, wordings)));
      int field = i == 0 ? QUESTION : ALIASES;
      fields[field] = fields[field] == null ? words : concat(fields[field], words);
    }
    fields[ALIASES] = fields[ALIASES] == null ? new int[0] : fields[ALIASES];
    fields[ANSWER] = addAll(answer);
    documents.add(
        new Document(
            entry,
            refused,
            texts.get(0),
            List.copyOf(wordings),
            answer.isEmpty()
                ? null
                : vocabulary.textVector(
                    Stream.concat(texts.get(0).stream(), answer.stream()).toList()),
            stems(fields[ANSWER]),
            centroid(wordings, vocabulary.dimensions())));
    return fields;
  }

  /** The question, the question in Hindi, and the aliases. */
  static Stream<String> wordings(FaqEntry entry) {
    return Stream.concat(
        Stream.concat(Stream.of(entry.question()), entry.hindi().stream()),
        entry.aliases().stream());
  }

  private int[] addAll(List<Term> text) {
    return text.stream().mapToInt(term -> vocabulary.add(term).id()).toArray();
  }

  private int[] stems(int[] words) {
    return distinct(
        Arrays.stream(words)
            .flatMap(word -> Arrays.stream(vocabulary.word(word).stems()))
            .toArray());
  }

  private static int[] distinct(int[] ids) {
    return Arrays.stream(ids).distinct().sorted().toArray();
  }

  private static int[] concat(int[] first, int[] second) {
    int[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static float[] cosines(int @Nullable [] vector, List<Wording> wordings) {
    float[] cosines = new float[wordings.size()];
    for (int i = 0; i < cosines.length; i++) {
      int[] other = wordings.get(i).vector();
      cosines[i] = vector == null || other == null ? 0 : Vectors.cosine(vector, other);
    }
    return cosines;
  }

  private static int @Nullable [] centroid(List<Wording> wordings, int dimensions) {
    float[] sum = new float[dimensions];
    for (Wording wording : wordings) {
      int[] vector = wording.vector();
      if (vector != null) {
        Vectors.add(vector, sum);
      }
    }
    return Vectors.unit(sum);
  }

  private Postings[] postings(List<int[][]> fieldsOfDocuments, double[] averageLengths) {
    int stemCount = vocabulary.stemCount();
    List<List<int[]>> documentsOfStem = new ArrayList<>();
    List<List<double[]>> frequenciesOfStem = new ArrayList<>();
    for (int stem = 0; stem < stemCount; stem++) {
      documentsOfStem.add(new ArrayList<>());
      frequenciesOfStem.add(new ArrayList<>());
    }
    double[] frequency = new double[stemCount];
    for (int document = 0; document < fieldsOfDocuments.size(); document++) {
      List<Integer> stems = new ArrayList<>();
      for (int field = 0; field < FIELD_WEIGHTS.length; field++) {
        int[] words = fieldsOfDocuments.get(document)[field];
        double relativeLength =
            averageLengths[field] == 0 ? 1 : words.length / averageLengths[field];
        double perOccurrence = FIELD_WEIGHTS[field] / (1 - B + B * relativeLength);
        for (int word : words) {
          for (int stem : vocabulary.word(word).stems()) {
            if (frequency[stem] == 0) {
              stems.add(stem);
            }
            frequency[stem] += perOccurrence;
          }
        }
      }
      for (int stem : stems) {
        documentsOfStem.get(stem).add(new int[] {document});
        frequenciesOfStem.get(stem).add(new double[] {frequency[stem]});
        frequency[stem] = 0;
      }
    }
    Postings[] all = new Postings[stemCount];
    for (int stem = 0; stem < stemCount; stem++) {
      int count = documentsOfStem.get(stem).size();
      idf[stem] = idf(count, fieldsOfDocuments.size());
      int[] numbers = new int[count];
      float[] weights = new float[count];
      for (int i = 0; i < count; i++) {
        double weightedFrequency = frequenciesOfStem.get(stem).get(i)[0];
        numbers[i] = documentsOfStem.get(stem).get(i)[0];
        weights[i] = (float) (weightedFrequency * (K1 + 1) / (K1 + weightedFrequency));
      }
      all[stem] = new Postings(numbers, weights);
    }
    return all;
  }

  /** Inverse document frequency: the fewer documents have a stem, the more it counts. */
  private static double idf(int documentFrequency, int documents) {
    return Math.log(1 + (documents - documentFrequency + 0.5) / (documentFrequency + 0.5));
  }

  /** The idf of a stem that no document has. */
  double idfOfUnknown() {
    return idf(0, documents.size());
  }

  double idf(int stem) {
    return idf[stem];
  }

  double weight(int word) {
    return wordWeights[word];
  }

  /** The largest idf of its stems, less for a stop word. */
  private double weight(Vocabulary.Word word) {
    double largest = 0;
    for (int stem : word.stems()) {
      largest = Math.max(largest, idf[stem]);
    }
    return word.stopWord() ? STOP_WORD_WEIGHT * largest : largest;
  }

  Postings postings(int stem) {
    return postings[stem];
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The entries, without the refused subjects. */
  List<Document> entries() {
    return documents.subList(0, entryCount);
  }

  Document document(int number) {
    return documents.get(number);
  }

  /** Entries have the numbers below {@code entryCount}, refused subjects those from there on. */
  int entryCount() {
    return entryCount;
  }

  int documentCount() {
    return documents.size();
  }
}
