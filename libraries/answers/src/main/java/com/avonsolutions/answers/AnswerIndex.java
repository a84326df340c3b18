package com.avonsolutions.answers;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds answers among entries, by their words and by their meaning. Immutable, in memory, and safe
 * for use by several threads. How it works is told in docs/answers.md.
 */
public final class AnswerIndex {
  private static final double OF_BEST = 0.6;
  private static final int MOST_ANSWERS = 5;
  private static final int MOST_NEAREST = 3;
  private static final int MOST_RELATED = 3;
  private static final int LONGEST = 300;
  private static final int PRIMED = 50;
  private static final int PRIMED_WAYS = 2;

  private final WordVectors vectors;
  private final Language language;
  private final Tuning tuning;
  private final Entries entries;
  private final Spelling spelling;

  public AnswerIndex(List<FaqEntry> entries) {
    this(entries, WordVectors.shipped());
  }

  AnswerIndex(List<FaqEntry> entries, WordVectors vectors) {
    this(entries, vectors, vectors.problem().isEmpty() ? Tuning.SHIPPED : Tuning.WORDS_ALONE);
  }

  AnswerIndex(List<FaqEntry> entries, WordVectors vectors, Tuning tuning) {
    this.vectors = vectors;
    this.tuning = tuning;
    this.language = new Language(vectors);
    this.entries = new Entries(entries, language, vectors);
    this.spelling = new Spelling(this.entries.vocabulary().words());
  }

  /** Why answers are found by words alone, if so. */
  public Optional<String> problem() {
    return vectors.problem();
  }

  /**
   * Answers questions of its own, so that the first visitor's finds the code loaded and warm. Meant
   * for the time before a function's snapshot is taken.
   */
  public void prime() {
    entries.all().stream()
        .limit(PRIMED)
        .flatMap(entry -> Entries.waysOfAsking(entry.entry()).limit(PRIMED_WAYS))
        .flatMap(question -> Stream.of(question, withoutOneLetter(question)))
        .forEach(this::ask);
  }

  /** Misspelt, so that what corrects it is warm too. */
  private static String withoutOneLetter(String question) {
    int middle = question.length() / 2;
    return question.substring(0, middle)
        + question.substring(Math.min(question.length(), middle + 1));
  }

  /**
   * Answers a question, or says honestly that there is no answer. Of one longer than 300 characters
   * the beginning is read.
   */
  public Answers ask(String question) {
    Query query = query(question);
    Ranking ranking = new Ranking(query, entries, tuning);
    List<Candidate> answers = new ArrayList<>();
    List<Candidate> nearest = new ArrayList<>();
    double enough = ranking.size() == 0 ? 0 : OF_BEST * ranking.score(0);
    for (int place = 0; place < ranking.size(); place++) {
      double score = ranking.score(place);
      Band band = tuning.band(score);
      if (band == Band.ANSWER && score >= enough && answers.size() < MOST_ANSWERS) {
        answers.add(candidate(query, ranking, place));
      } else if (band == Band.DID_YOU_MEAN && nearest.size() < MOST_NEAREST) {
        nearest.add(candidate(query, ranking, place));
      }
    }
    return new Answers(
        List.copyOf(answers),
        answers.isEmpty() ? List.copyOf(nearest) : List.of(),
        question.length() > LONGEST);
  }

  /** Other entries that a reader of this one may want, at most three. */
  public List<FaqEntry> related(FaqEntry entry) {
    Ranking ranking = rank(entry.question());
    Stream<FaqEntry> near =
        IntStream.range(0, ranking.size()).mapToObj(place -> ranking.entry(place).entry());
    Stream<FaqEntry> sameCategory =
        entries.all().stream()
            .map(Entries.Entry::entry)
            .filter(other -> other.category().equals(entry.category()));
    return Stream.concat(near, sameCategory)
        .filter(other -> !other.slug().equals(entry.slug()))
        .distinct()
        .limit(MOST_RELATED)
        .toList();
  }

  /**
   * What comes nearest to the question, best first, whatever the band; at most fourteen entries.
   */
  public List<Candidate> candidates(String question) {
    Query query = query(question);
    Ranking ranking = new Ranking(query, entries, tuning);
    return IntStream.range(0, ranking.size())
        .mapToObj(place -> candidate(query, ranking, place))
        .toList();
  }

  Ranking rank(String question) {
    return new Ranking(query(question), entries, tuning);
  }

  private Query query(String question) {
    String read = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
    return new Query(read, language, entries, spelling);
  }

  private Candidate candidate(Query query, Ranking ranking, int place) {
    double score = ranking.score(place);
    return new Candidate(
        ranking.entry(place).entry(),
        score,
        tuning.band(score),
        ranking.reasons(place),
        marks(ranking.entry(place), query));
  }

  /** The words of the entry's question that were asked for, in any language and spelling. */
  private List<Mark> marks(Entries.Entry entry, Query query) {
    List<Mark> marks = new ArrayList<>();
    int end = 0;
    for (Said said : entry.question()) {
      if (said.start() >= end && query.asksFor(entries.vocabulary().find(said))) {
        marks.add(new Mark(said.start(), said.end()));
        end = said.end();
      }
    }
    return marks;
  }
}
