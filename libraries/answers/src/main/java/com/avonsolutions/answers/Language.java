package com.avonsolutions.answers;

import com.avonsolutions.answers.Lexicon.Meaning;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts in English, Hindi and Hinglish. Hindi words keep themselves, in a folded spelling,
 * and gain the English words that say the same, so that the three meet.
 */
final class Language {
  /** Stands before the folded spelling of a Hindi word, to tell it from an English stem. */
  private static final char HINDI = '~';

  private final Set<String> weakWords;
  private final Lexicon lexicon;
  private final WordVectors vectors;

  Language(WordVectors vectors) {
    this.weakWords =
        lines("weak-words.txt").stream()
            .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
            .collect(Collectors.toUnmodifiableSet());
    this.lexicon = new Lexicon(lines("lexicon.txt"));
    this.vectors = vectors;
  }

  /** The words of a text in their order. */
  List<Said> read(String text) {
    List<Token> tokens = Tokenizer.tokens(text);
    List<String> latin = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      latin.add(
          Devanagari.isWritten(token.text()) ? Devanagari.toLatin(token.text()) : token.text());
    }
    boolean hindi = isHindi(tokens, latin);
    List<Said> words = new ArrayList<>(tokens.size());
    int at = 0;
    while (at < tokens.size()) {
      int length = phrase(tokens, latin, at, hindi);
      String phrase = String.join(" ", latin.subList(at, at + length));
      Meaning meaning = length == 0 ? null : meaning(tokens.get(at), phrase, hindi);
      Token first = tokens.get(at);
      if (meaning == null) {
        words.add(word(first, latin.get(at), hindi));
        at++;
      } else {
        words.add(hindi(phrase, meaning, first.start(), tokens.get(at + length - 1).end()));
        at += length;
      }
    }
    return words;
  }

  /** Whether a text has a word that is Hindi beyond doubt. */
  private boolean isHindi(List<Token> tokens, List<String> latin) {
    for (int i = 0; i < tokens.size(); i++) {
      if (Devanagari.isWritten(tokens.get(i).text())) {
        return true;
      }
      Meaning meaning = lexicon.exactly(latin.get(i));
      if (meaning != null && !meaning.doubtful()) {
        return true;
      }
    }
    return false;
  }

  /** How many words from here on the lexicon knows as one, the longest phrase first. */
  private int phrase(List<Token> tokens, List<String> latin, int at, boolean hindi) {
    int longest = Math.min(Lexicon.longestPhrase(), latin.size() - at);
    for (int length = longest; length > 0; length--) {
      String phrase = String.join(" ", latin.subList(at, at + length));
      if (meaning(tokens.get(at), phrase, hindi) != null) {
        return length;
      }
    }
    return 0;
  }

  /**
   * What a word means in Hindi. In Latin letters, an English word is Hindi only where the lexicon
   * has just this spelling.
   */
  private @Nullable Meaning meaning(Token token, String phrase, boolean hindi) {
    boolean english = !Devanagari.isWritten(token.text()) && vectors.isWhole(phrase);
    Meaning meaning = english || !hindi ? lexicon.exactly(phrase) : lexicon.spelt(phrase);
    return meaning == null || (meaning.doubtful() && !hindi) ? null : meaning;
  }

  private Said word(Token token, String word, boolean hindi) {
    boolean written = Devanagari.isWritten(token.text());
    boolean number =
        Character.isDigit(word.codePointAt(0)) && word.chars().allMatch(Character::isDigit);
    boolean weak = number || weakWords.contains(word);
    String stem = EnglishStemmer.stem(word);
    boolean meant = !number && !(hindi && !vectors.isWhole(word)) && !written;
    List<String> stems =
        hindi && !weak ? List.of(stem, HINDI + HindiSpelling.fold(word)) : List.of(stem);
    return new Said(
        word,
        stem,
        stems,
        meant || (written && vectors.isWhole(word)) ? List.of(word) : List.of(),
        weak,
        token.start(),
        token.end());
  }

  private Said hindi(String phrase, Meaning meaning, int start, int end) {
    Set<String> stems = new LinkedHashSet<>();
    String key = HINDI + HindiSpelling.fold(phrase);
    stems.add(key);
    boolean weak = true;
    for (String english : meaning.english()) {
      weak &= weakWords.contains(english);
      stems.add(EnglishStemmer.stem(english));
    }
    return new Said(phrase, key, List.copyOf(stems), meaning.english(), weak, start, end);
  }

  /** Whether a word is one that English has. */
  boolean isEnglish(String word) {
    return vectors.isWhole(word);
  }

  static List<String> lines(String resource) {
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
