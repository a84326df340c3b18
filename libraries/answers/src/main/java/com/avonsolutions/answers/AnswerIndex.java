package com.avonsolutions.answers;

import com.avonsolutions.answers.InvertedIndex.Document;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.text.Resources;
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

  private static final List<RefusedSubject> REFUSED_SUBJECTS =
      RefusedSubject.parse(Resources.lines(AnswerIndex.class, "refused-subjects.txt"));

  private static final OtherLanguages OTHER_LANGUAGES =
      new OtherLanguages(Resources.lines(AnswerIndex.class, "other-languages.txt"));

  /**
   * How much less sure an answer is to the sentence that asks, to this sentence with the one before
   * it, and to a message with the story in it.
   */
  private static final double PART_PENALTY = 0.05;

  private static final double LONGER_PART_PENALTY = 0.15;
  private static final double STORY_PENALTY = 0.3;

  private static final int MAX_ANSWERS = 5;
  private static final int MAX_NEAREST = 3;
  private static final int MAX_RELATED = 3;
  private static final int PRIMING_ENTRIES = 50;
  private static final int PRIMING_WORDINGS = 2;

  private final WordVectors vectors;
  private final Language language;
  private final Tuning tuning;
  private final MessageParts parts;
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
    this(entries, REFUSED_SUBJECTS, vectors, tuning);
  }

  AnswerIndex(
      List<FaqEntry> entries, List<RefusedSubject> subjects, WordVectors vectors, Tuning tuning) {
    this.vectors = vectors;
    this.tuning = tuning;
    this.language = new Language(vectors);
    this.parts = new MessageParts(language);
    this.index = new InvertedIndex(entries, subjects, language, vectors);
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
    index.entries().stream()
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

  /**
   * Answers a question, or the question in a message. Of a long one the first {@link
   * FaqEntry#MAX_QUESTION_LENGTH} and the last {@link FaqEntry#MAX_ASKED_LENGTH} characters are
   * read.
   */
  public Answers ask(String question) {
    boolean truncated = question.length() > FaqEntry.MAX_ASKED_LENGTH;
    Optional<String> otherLanguage =
        OTHER_LANGUAGES.sentence(Unicode.cut(question, FaqEntry.MAX_QUESTION_LENGTH));
    if (otherLanguage.isPresent()) {
      return new Answers(List.of(), List.of(), otherLanguage, truncated);
    }
    Asked asked = read(question);
    Ranking ranking = asked.ranking();
    List<Candidate> answers = new ArrayList<>();
    List<Candidate> nearest = new ArrayList<>();
    double minScore = MIN_SHARE_OF_BEST * asked.score(0);
    for (int rank = 0; rank < ranking.size(); rank++) {
      double score = asked.score(rank);
      ConfidenceBand band = tuning.band(score);
      if (band == ConfidenceBand.NONE || ranking.document(rank).refused().isPresent()) {
        continue;
      }
      if (ranking.isRefused() || band == ConfidenceBand.DID_YOU_MEAN) {
        if (nearest.size() < MAX_NEAREST) {
          nearest.add(asked.candidate(rank));
        }
      } else if (score >= minScore && answers.size() < MAX_ANSWERS) {
        answers.add(asked.candidate(rank));
      }
    }
    return new Answers(
        List.copyOf(answers),
        answers.isEmpty() ? List.copyOf(nearest) : List.of(),
        answers.isEmpty() ? asked.hint() : Optional.empty(),
        truncated);
  }

  /** Up to three other entries for a reader of this one: similar first, then the same category. */
  public List<FaqEntry> related(FaqEntry entry) {
    Stream<FaqEntry> similar = candidates(entry.question()).stream().map(Candidate::entry);
    Stream<FaqEntry> sameCategory =
        index.entries().stream()
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
    Asked asked = read(question);
    return IntStream.range(0, asked.ranking().size())
        .filter(rank -> asked.ranking().document(rank).refused().isEmpty())
        .mapToObj(asked::candidate)
        .toList();
  }

  /** The ranking that the answers come from. */
  Ranking rank(String question) {
    return read(question).ranking();
  }

  /** The surest of the question as a whole and of its parts. A story is asked in parts only. */
  private Asked read(String question) {
    List<String> questionParts = parts.of(question);
    double storyShare = questionParts.isEmpty() ? 0 : MessageParts.storyShare(question);
    List<Asked> asked = new ArrayList<>();
    if (storyShare < 1) {
      asked.add(new Asked(question, STORY_PENALTY * storyShare));
    }
    for (String part : questionParts) {
      asked.add(
          new Asked(part, part.equals(questionParts.get(0)) ? PART_PENALTY : LONGER_PART_PENALTY));
    }
    Asked surest = asked.get(0);
    for (Asked other : asked) {
      surest = other.score(0) > surest.score(0) ? other : surest;
    }
    return surest;
  }

  /** A question, or the part of one, with its ranking. */
  private final class Asked {
    private final Query query;
    private final Ranking ranking;
    private final double penalty;

    Asked(String text, double penalty) {
      String read = Unicode.cut(text, FaqEntry.MAX_QUESTION_LENGTH);
      this.query = new Query(read, language, index, corrector);
      this.ranking = new Ranking(query, index, tuning);
      this.penalty = penalty;
    }

    Ranking ranking() {
      return ranking;
    }

    double score(int rank) {
      return rank < ranking.size() ? Math.max(0, ranking.score(rank) - penalty) : 0;
    }

    /** Whom to ask instead, for a subject that is refused for sure. */
    Optional<String> hint() {
      return ranking.isRefused() && tuning.band(score(0)) == ConfidenceBand.ANSWER
          ? ranking.document(0).refused().flatMap(RefusedSubject::hint)
          : Optional.empty();
    }

    Candidate candidate(int rank) {
      double score = score(rank);
      return new Candidate(
          ranking.entry(rank),
          score,
          ranking.reasons(rank, score),
          highlights(ranking.document(rank), query));
    }
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
