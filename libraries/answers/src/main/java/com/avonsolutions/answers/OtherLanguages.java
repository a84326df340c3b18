package com.avonsolutions.answers;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes languages of India that answers do not come in, from {@code other-languages.txt}: by
 * their script, or by their words in Latin letters. Names such as "website" in such a question
 * would find an entry by chance.
 */
final class OtherLanguages {
  private static final int MIN_WORDS = 2;
  private static final int FIRST_INDIAN_LETTER = 0x900;

  /** A language; its sentence says which languages work. */
  private record OtherLanguage(UnicodeScript script, String sentence, Set<String> words) {}

  private final List<OtherLanguage> languages = new ArrayList<>();

  /**
   * Parses the file.
   *
   * @param lines "[script] sentence", followed by lines of words
   */
  OtherLanguages(List<String> lines) {
    for (String line : lines) {
      if (line.startsWith("[")) {
        int end = line.indexOf(']');
        languages.add(
            new OtherLanguage(
                UnicodeScript.forName(line.substring(1, end)),
                line.substring(end + 1).strip(),
                new HashSet<>()));
      } else {
        languages
            .get(languages.size() - 1)
            .words()
            .addAll(Tokenizer.tokens(line).stream().map(Token::text).toList());
      }
    }
  }

  /** The sentence for a text in one of the languages, in that language. */
  Optional<String> sentence(String text) {
    Set<String> words = new HashSet<>();
    Tokenizer.tokens(text).forEach(token -> words.add(token.text()));
    return languages.stream()
        .filter(language -> isWritten(language, text) || isSpoken(language, words))
        .map(OtherLanguage::sentence)
        .findFirst();
  }

  /** Hindi has the script of Marathi too, so that only words tell these two apart. */
  private static boolean isWritten(OtherLanguage language, String text) {
    return language.script() != UnicodeScript.DEVANAGARI
        && text.codePoints()
            .filter(letter -> letter >= FIRST_INDIAN_LETTER)
            .anyMatch(letter -> UnicodeScript.of(letter) == language.script());
  }

  private static boolean isSpoken(OtherLanguage language, Set<String> words) {
    return words.stream().filter(language.words()::contains).limit(MIN_WORDS).count() == MIN_WORDS;
  }
}
