package com.avonsolutions.answers;

import com.avonsolutions.answers.Lexicon.Translation;
import com.avonsolutions.text.Resources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Analyzes texts in English, Hindi and Hinglish. A Hindi word keeps its folded spelling as a stem
 * and gains the stems of its English translations, so that all three languages match each other.
 */
final class Language {
  /** Prefix of a folded Hindi spelling, so that it never equals an English stem. */
  private static final char HINDI_PREFIX = '~';

  private final Set<String> stopWords;
  private final Lexicon lexicon;
  private final WordVectors vectors;

  Language(WordVectors vectors) {
    this.stopWords =
        Resources.lines(Language.class, "stop-words.txt").stream()
            .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
            .collect(Collectors.toUnmodifiableSet());
    this.lexicon = new Lexicon(Resources.lines(Language.class, "lexicon.txt"));
    this.vectors = vectors;
  }

  /** The terms of a text in their order. */
  List<Term> analyze(String text) {
    List<Token> tokens = Tokenizer.tokens(text);
    List<String> latin = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      latin.add(
          Devanagari.isDevanagari(token.text())
              ? Devanagari.transliterate(token.text())
              : token.text());
    }
    boolean hindi = isHindi(tokens, latin);
    List<Term> terms = new ArrayList<>(tokens.size());
    int at = 0;
    while (at < tokens.size()) {
      int length = phraseLength(tokens, latin, at, hindi);
      String phrase = String.join(" ", latin.subList(at, at + length));
      Translation translation = length == 0 ? null : translation(tokens.get(at), phrase, hindi);
      Token first = tokens.get(at);
      if (translation == null) {
        terms.add(untranslated(first, latin.get(at), hindi));
        at++;
      } else {
        terms.add(
            translated(phrase, translation, first.start(), tokens.get(at + length - 1).end()));
        at += length;
      }
    }
    return terms;
  }

  /** Whether a text has at least one word that can only be Hindi. */
  private boolean isHindi(List<Token> tokens, List<String> latin) {
    for (int i = 0; i < tokens.size(); i++) {
      if (Devanagari.isDevanagari(tokens.get(i).text())) {
        return true;
      }
      Translation translation = lexicon.exactSpelling(latin.get(i));
      if (translation != null && !translation.ambiguous()) {
        return true;
      }
    }
    return false;
  }

  /** How many words the longest phrase of the lexicon has that starts here; 0 without one. */
  private int phraseLength(List<Token> tokens, List<String> latin, int at, boolean hindi) {
    int longest = Math.min(Lexicon.MAX_PHRASE_WORDS, latin.size() - at);
    for (int length = longest; length > 0; length--) {
      String phrase = String.join(" ", latin.subList(at, at + length));
      if (translation(tokens.get(at), phrase, hindi) != null) {
        return length;
      }
    }
    return 0;
  }

  /**
   * The translation of a Hindi word or phrase. An English word in Latin letters is translated only
   * if the lexicon has exactly its spelling.
   */
  private @Nullable Translation translation(Token token, String phrase, boolean hindi) {
    boolean english = !Devanagari.isDevanagari(token.text()) && vectors.isSinglePiece(phrase);
    Translation translation =
        english || !hindi ? lexicon.exactSpelling(phrase) : lexicon.anySpelling(phrase);
    return translation == null || (translation.ambiguous() && !hindi) ? null : translation;
  }

  private Term untranslated(Token token, String word, boolean hindi) {
    boolean number =
        Character.isDigit(word.codePointAt(0)) && word.chars().allMatch(Character::isDigit);
    boolean stopWord = number || stopWords.contains(word);
    // In a Hindi text, a word of several pieces is probably not English and gets no vector.
    boolean hasVector =
        Devanagari.isDevanagari(token.text())
            ? vectors.isSinglePiece(word)
            : !number && (!hindi || vectors.isSinglePiece(word));
    String stem = EnglishStemmer.stem(word);
    List<String> stems =
        hindi && !stopWord ? List.of(stem, HINDI_PREFIX + HindiSpelling.fold(word)) : List.of(stem);
    return new Term(
        word,
        stem,
        stems,
        hasVector ? List.of(word) : List.of(),
        stopWord,
        token.start(),
        token.end());
  }

  private Term translated(String phrase, Translation translation, int start, int end) {
    Set<String> stems = new LinkedHashSet<>();
    String key = HINDI_PREFIX + HindiSpelling.fold(phrase);
    stems.add(key);
    boolean stopWord = true;
    for (String english : translation.english()) {
      stopWord &= stopWords.contains(english);
      stems.add(EnglishStemmer.stem(english));
    }
    return new Term(phrase, key, List.copyOf(stems), translation.english(), stopWord, start, end);
  }

  /** Whether a word is a common English one. */
  boolean isEnglish(String word) {
    return vectors.isSinglePiece(word);
  }
}
