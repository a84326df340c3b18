package com.avonsolutions.faq.search;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry as it was read.
 *
 * @param asked each way of asking: the question, the same in Hindi, the aliases
 * @param answer the answer's text
 */
record IndexedEntry(FaqEntry entry, List<Line> asked, Line answer, Set<String> askedMeanings) {

  /** A text as it stands and as it is understood. */
  record Line(List<Stem> stems, List<Word> words, Set<String> meanings) {

    static Line of(String text, Language language) {
      List<Stem> stems = language.stems(text);
      List<Word> words = language.words(stems);
      return new Line(
          stems,
          words,
          words.stream()
              .flatMap(word -> word.meanings().stream())
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  static IndexedEntry of(FaqEntry entry, Language language) {
    List<Line> asked = waysOfAsking(entry).map(line -> Line.of(line, language)).toList();
    Set<String> askedMeanings = new HashSet<>();
    asked.forEach(line -> askedMeanings.addAll(line.meanings()));
    Line answer = Line.of(AnswerText.of(entry.answerHtml()), language);
    return new IndexedEntry(entry, asked, answer, askedMeanings);
  }

  static Stream<String> waysOfAsking(FaqEntry entry) {
    return Stream.concat(
        Stream.concat(Stream.of(entry.question()), entry.hindi().stream()),
        entry.aliases().stream());
  }
}
