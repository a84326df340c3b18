package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.text.Resources;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  private static final Language LANGUAGE = new Language(WordVectors.shipped());

  @Test
  void tokens_shouldBeWordsOnly() {
    assertThat(Tokenizer.tokens("Don't STOP! café's 24/7 👍🏽, o’clock"))
        .extracting(Token::text)
        .containsExactly("do", "not", "stop", "cafe", "24", "7", "oclock");
  }

  @Test
  void tokens_shouldHaveTheirPositions() {
    String text = "What's the PRICE?";

    assertThat(Tokenizer.tokens(text))
        .extracting(token -> text.substring(token.start(), token.end()))
        .containsExactly("What's", "What's", "the", "PRICE");
  }

  @ParameterizedTest
  @CsvSource({
    "कितना, kitna",
    "मेरा, mera",
    "वेबसाइट, vebsait",
    "खर्च, kharch",
    "में, me",
    "सड़कें, sadke",
    "२४, 24",
    "पर, par",
  })
  void transliterate_shouldWriteHindiAsPeopleTypeIt(String hindi, String latin) {
    String token = Tokenizer.tokens(hindi).get(0).text();

    assertThat(HindiSpelling.fold(Devanagari.transliterate(token)))
        .isEqualTo(HindiSpelling.fold(latin));
  }

  @ParameterizedTest
  @CsvSource({
    "kharcha, kharche",
    "paisaa, paisa",
    "wala, vaala",
    "achha, acha",
    "shaadi, shadi",
    "karein, kare",
    "hain, hai",
    "zaroori, jaruri",
    "phone, fone",
  })
  void fold_shouldGiveSpellingsOfOneWordTheSameKey(String one, String other) {
    assertThat(HindiSpelling.fold(one)).isEqualTo(HindiSpelling.fold(other));
  }

  @ParameterizedTest
  @CsvSource({"kaam, kam karo", "din, dena", "naya, niche"})
  void fold_shouldKeepDifferentWordsApart(String one, String other) {
    assertThat(HindiSpelling.fold(one)).isNotEqualTo(HindiSpelling.fold(other));
  }

  @Test
  void lexicon_shouldBeLarge() {
    assertThat(new Lexicon(Resources.lines(Language.class, "lexicon.txt")).keys())
        .hasSizeGreaterThanOrEqualTo(450);
  }

  @Test
  void analyze_shouldTranslateHindi() {
    assertThat(stems("dukaan ka kharchaa")).contains("shop", "store", "cost", "price");
    assertThat(stems("दुकान का खर्चा")).contains("shop", "store", "cost", "price");
  }

  @Test
  void analyze_shouldNotTranslateAnAmbiguousWord_whenTheTextIsEnglish() {
    assertThat(stems("turn the main band off")).contains("band").doesNotContain("stop", "i");
    assertThat(stems("dukaan band hai")).contains("stop", "close");
  }

  private static List<String> stems(String text) {
    return LANGUAGE.analyze(text).stream().flatMap(term -> term.stems().stream()).toList();
  }
}
