package com.avonsolutions.faq.search;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How people here write: which words say little, which mean the same, and how texts are read. */
final class Language {
  private final Stemmer stemmer;
  private final Synonyms synonyms;
  private final Set<String> weak;

  Language() {
    List<String> weakWords =
        lines("weak-words.txt").stream()
            .flatMap(line -> Arrays.stream(line.split("\\s+")))
            .toList();
    stemmer = new Stemmer(weakWords);
    synonyms = new Synonyms(lines("synonyms.txt"), stemmer);
    weak =
        weakWords.stream()
            .flatMap(word -> stemmer.stems(word).stream())
            .map(Stem::text)
            .collect(Collectors.toUnmodifiableSet());
  }

  List<Stem> stems(String text) {
    return stemmer.stems(text);
  }

  List<Word> words(List<Stem> stems) {
    return synonyms.group(stems);
  }

  /** The stems of all words that the language itself knows. */
  Set<String> vocabulary() {
    Set<String> vocabulary = new HashSet<>(weak);
    vocabulary.addAll(synonyms.stems());
    return vocabulary;
  }

  boolean isWeak(String meaning) {
    return weak.contains(meaning);
  }

  private static List<String> lines(String resource) {
    try (InputStream file = Language.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new FileNotFoundException(resource);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
