package com.avonsolutions.answers;

import com.avonsolutions.answers.InvertedIndex.Document;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.text.Unicode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the entries that answer a question, by words and by meaning. It is in memory, immutable and
 * thread-safe; docs/answers.md explains it.
 */
public final class AnswerIndex {
  /** An answer is dropped when its score is below this share of the best one's. */
  private static final double MIN_SHARE_OF_BEST = 0.6;

  private static final int MAX_ANSWERS = 5;
  private static final int MAX_NEAREST = 3;
  private static final int MAX_RELATED = 3;
  private static final int PRIMING_ENTRIES = 50;
  private static final int PRIMING_WORDINGS = 2;

  private final WordVectors vectors;
  private final Language language;
  private final Tuning tuning;
  private final InvertedIndex index;
  private final SpellingCorrector corrector;

  public AnswerIndex(List<FaqEntry> entries) {
    this(entries, WordVectors.shipped());
  }

  AnswerIndex(List<FaqEntry> entries, WordVectors vectors) {
    this(
        entries,
        vectors,
        vectors.problem().isEmpty() ? Tuning.WITH_VECTORS : Tuning.WITHOUT_VECTORS);
  }

  AnswerIndex(List<FaqEntry> entries, WordVectors vectors, Tuning tuning) {
    this.vectors = vectors;
    this.tuning = tuning;
    this.language = new Language(vectors);
    this.index = new InvertedIndex(entries, language, vectors);
    this.corrector = new SpellingCorrector(index.vocabulary().words());
  }

  /** Why the word vectors are unavailable; empty when they are loaded. */
  public Optional<String> problem() {
    return vectors.problem();
  }

  /**
   * Warms up the code with questions from the entries, so that a visitor's first question is fast.
   * Called before the function's snapshot is taken.
   */
  public void prime() {
    index.documents().stream()
        .limit(PRIMING_ENTRIES)
        .flatMap(document -> InvertedIndex.wordings(document.entry()).limit(PRIMING_WORDINGS))
        .flatMap(question -> Stream.of(question, misspelt(question)))
        .forEach(this::ask);
  }

  /** Without its middle letter, to warm up the spelling corrector too. */
  private static String misspelt(String question) {
    int middle = question.length() / 2;
    return question.substring(0, middle)
        + question.substring(Math.min(question.length(), middle + 1));
  }

  /** Answers a question. Only its first {@link FaqEntry#MAX_ASKED_LENGTH} characters are read. */
  public Answers ask(String question) {
    Query query = query(question);
    Ranking ranking = new Ranking(query, index, tuning);
    List<Candidate> answers = new ArrayList<>();
    List<Candidate> nearest = new ArrayList<>();
    double minScore = ranking.size() == 0 ? 0 : MIN_SHARE_OF_BEST * ranking.score(0);
    for (int rank = 0; rank < ranking.size(); rank++) {
      double score = ranking.score(rank);
      ConfidenceBand band = tuning.band(score);
      if (band == ConfidenceBand.ANSWER && score >= minScore && answers.size() < MAX_ANSWERS) {
        answers.add(candidate(query, ranking, rank));
      } else if (band == ConfidenceBand.DID_YOU_MEAN && nearest.size() < MAX_NEAREST) {
        nearest.add(candidate(query, ranking, rank));
      }
    }
    return new Answers(
        List.copyOf(answers),
        answers.isEmpty() ? List.copyOf(nearest) : List.of(),
        question.length() > FaqEntry.MAX_ASKED_LENGTH);
  }

  /** Up to three other entries for a reader of this one: similar first, then the same category. */
  public List<FaqEntry> related(FaqEntry entry) {
    Ranking ranking = rank(entry.question());
    Stream<FaqEntry> similar = IntStream.range(0, ranking.size()).mapToObj(ranking::entry);
    Stream<FaqEntry> sameCategory =
        index.documents().stream()
            .map(Document::entry)
            .filter(other -> other.category().equals(entry.category()));
    return Stream.concat(similar, sameCategory)
        .filter(other -> !other.slug().equals(entry.slug()))
        .distinct()
        .limit(MAX_RELATED)
        .toList();
  }

  /** The best matches, best first, also those below every threshold; at most 14. */
  public List<Candidate> candidates(String question) {
    Query query = query(question);
    Ranking ranking = new Ranking(query, index, tuning);
    return IntStream.range(0, ranking.size())
        .mapToObj(rank -> candidate(query, ranking, rank))
        .toList();
  }

  Ranking rank(String question) {
    return new Ranking(query(question), index, tuning);
  }

  private Query query(String question) {
    String text = Unicode.cut(question, FaqEntry.MAX_ASKED_LENGTH);
    return new Query(text, language, index, corrector);
  }

  private Candidate candidate(Query query, Ranking ranking, int rank) {
    return new Candidate(
        ranking.entry(rank),
        ranking.score(rank),
        ranking.reasons(rank),
        highlights(ranking.document(rank), query));
  }

  /** A word is highlighted in whatever language and spelling the visitor asked for it. */
  private List<Highlight> highlights(Document document, Query query) {
    List<Highlight> highlights = new ArrayList<>();
    int end = 0;
    for (Term term : document.question()) {
      // Two terms can come from one word, such as "what's".
      if (term.start() >= end && query.contains(index.vocabulary().find(term))) {
        highlights.add(new Highlight(term.start(), term.end()));
        end = term.end();
      }
    }
    return highlights;
  }
}
