package com.avonsolutions.faq.search;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final int COMPARED = 5;

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
   * Answers a question, or says honestly that there is no answer. Of one longer than 300 characters
   * the beginning is read.
   */
  public Answers ask(String question) {
    List<Candidate> candidates = candidates(question);
    double enough = candidates.isEmpty() ? 0 : OF_BEST * candidates.get(0).score();
    List<Candidate> answers =
        candidates.stream()
            .filter(candidate -> candidate.band() == Band.ANSWER && candidate.score() >= enough)
            .limit(MOST_ANSWERS)
            .toList();
    List<Candidate> nearest =
        candidates.stream()
            .filter(candidate -> answers.isEmpty() && candidate.band() == Band.DID_YOU_MEAN)
            .limit(MOST_NEAREST)
            .toList();
    return new Answers(answers, nearest, question.length() > LONGEST);
  }

  /** Other entries that a reader of this one may want, at most three. */
  public List<FaqEntry> related(FaqEntry entry) {
    Stream<FaqEntry> near = candidates(entry.question()).stream().map(Candidate::entry);
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

  /** What comes nearest to the question, best first, whatever the band; at most twenty entries. */
  public List<Candidate> candidates(String question) {
    String read = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
    Query query = new Query(read, language, entries, spelling);
    Scores scores = new Scores(query, entries);
    List<Match> matches = new ArrayList<>();
    for (int number : scores.close()) {
      Map<Feature, Double> features = scores.features(number);
      matches.add(
          new Match(
              entries.get(number).entry(),
              features,
              tuning.match(features),
              scores.isInItsOwnWords(number)));
    }
    matches.sort(
        Comparator.comparing(Match::ownWords)
            .thenComparingDouble(Match::value)
            .reversed()
            .thenComparing(match -> match.entry().order()));
    List<Candidate> candidates = new ArrayList<>(matches.size());
    for (int i = 0; i < matches.size(); i++) {
      candidates.add(candidate(query, matches.get(i), confidence(query, matches, i)));
    }
    return candidates;
  }

  /** An entry and how well it matches, before it is compared with the others. */
  private record Match(
      FaqEntry entry, Map<Feature, Double> features, double value, boolean ownWords) {}

  /** Compared with the next best entries; where there are few, with what any entry would match. */
  private double confidence(Query query, List<Match> matches, int place) {
    if (matches.get(place).ownWords()) {
      return 1;
    }
    double others = 0;
    double best = tuning.anyMatch();
    for (int i = 0, count = 0; count < COMPARED; i++) {
      if (i != place) {
        double other = i < matches.size() ? matches.get(i).value() : tuning.anyMatch();
        others += other / COMPARED;
        best = Math.max(best, other);
        count++;
      }
    }
    double match = matches.get(place).value();
    return tuning.confidence().of(match, others, match - best, query.meaningfulWords());
  }

  private Candidate candidate(Query query, Match match, double score) {
    double all = match.features().keySet().stream().mapToDouble(tuning::weight).sum();
    List<Reason> reasons = new ArrayList<>();
    match
        .features()
        .forEach(
            (feature, value) -> {
              double share = tuning.weight(feature) * value / all / match.value();
              reasons.add(new Reason(feature, value, match.value() == 0 ? 0 : score * share));
            });
    return new Candidate(
        match.entry(), score, tuning.band(score), reasons, marks(match.entry(), query));
  }

  private List<Mark> marks(FaqEntry entry, Query query) {
    Set<String> asked = new HashSet<>();
    for (Query.Word word : query.words()) {
      if (!word.said().weak()) {
        word.stems().keySet().forEach(stem -> asked.add(String.valueOf(stem)));
      }
    }
    List<Mark> marks = new ArrayList<>();
    for (Said said : language.read(entry.question())) {
      boolean found =
          !said.weak()
              && said.stems().stream()
                  .anyMatch(s -> asked.contains(String.valueOf(entries.vocabulary().stem(s))));
      if (found && (marks.isEmpty() || marks.get(marks.size() - 1).end() <= said.start())) {
        marks.add(new Mark(said.start(), said.end()));
      }
    }
    return marks;
  }
}
