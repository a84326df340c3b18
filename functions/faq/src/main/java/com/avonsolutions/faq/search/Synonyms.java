package com.avonsolutions.faq.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups of words and phrases that ask for the same, across languages and spellings. */
final class Synonyms {
  /** Keeps a group apart from the stem that happens to be its name. */
  private static final String GROUP = "=";

  /** A word or phrase, and the groups it belongs to. */
  private record Phrase(List<String> stems, Set<String> groups) {}

  /** By their first stem, the longest first. */
  private final Map<String, List<Phrase>> phrases;

  /**
   * Reads the groups.
   *
   * @param lines one per group, its words and phrases between commas; the first names the group
   */
  Synonyms(List<String> lines, Stemmer stemmer) {
    Map<List<String>, Set<String>> groups = new HashMap<>();
    for (String line : lines) {
      String[] members = line.split("\\s*,\\s*", -1);
      String group = GROUP + members[0].replace(' ', '_');
      for (String member : members) {
        List<String> stems = stemmer.stems(member).stream().map(Stem::text).toList();
        groups.computeIfAbsent(stems, key -> new LinkedHashSet<>()).add(group);
      }
    }
    phrases =
        groups.entrySet().stream()
            .map(entry -> new Phrase(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingInt((Phrase phrase) -> phrase.stems().size()).reversed())
            .collect(Collectors.groupingBy(phrase -> phrase.stems().get(0)));
  }

  /** The stems of all words in the groups. */
  Set<String> stems() {
    return phrases.values().stream()
        .flatMap(List::stream)
        .flatMap(phrase -> phrase.stems().stream())
        .collect(Collectors.toSet());
  }

  /** Puts its groups in the place of each word or phrase that belongs to one, longest first. */
  List<Word> group(List<Stem> stems) {
    List<Word> words = new ArrayList<>(stems.size());
    int next = 0;
    while (next < stems.size()) {
      Word word = ungrouped(stems.get(next));
      int length = 1;
      for (Phrase phrase : phrases.getOrDefault(stems.get(next).text(), List.of())) {
        if (startWith(stems.subList(next, stems.size()), phrase.stems())) {
          length = phrase.stems().size();
          word = grouped(phrase, stems.subList(next, next + length));
          break;
        }
      }
      words.add(word);
      next += length;
    }
    return words;
  }

  private static Word ungrouped(Stem stem) {
    return new Word(List.of(stem.text()), stem.weak(), stem.corrected());
  }

  private static Word grouped(Phrase phrase, List<Stem> written) {
    return new Word(
        List.copyOf(phrase.groups()), false, written.stream().anyMatch(Stem::corrected));
  }

  private static boolean startWith(List<Stem> stems, List<String> phrase) {
    if (stems.size() < phrase.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!stems.get(i).text().equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }
}
