package com.avonsolutions.faq.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  private static final Spelling SPELLING =
      new Spelling(List.of("time", "tie", "load", "google", "ad", "guarantee", "website"));

  @ParameterizedTest
  @CsvSource({
    "tiem, time", // the same length comes before "tie"
    "gogle, google",
    "googgle, google",
    "webzite, website",
    "garrantee, guarantee",
    "guaranntey, guarantee",
  })
  void correct_shouldFindTheWordMeant(String written, String meant) {
    assertThat(SPELLING.correct(stem(written))).isEqualTo(new Stem(meant, false, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time", // known
        "loan", // another word than "load"
        "add", // too short to tell
        "noogle", // the first letter is another
        "wabsibe", // too far
        "unheard",
      })
  void correct_shouldLeaveTheWord(String written) {
    assertThat(SPELLING.correct(stem(written))).isEqualTo(stem(written));
  }

  @Test
  void correct_shouldLeaveWeakWords() {
    Stem weak = new Stem("tiem", true, false);

    assertThat(SPELLING.correct(weak)).isEqualTo(weak);
  }

  private static Stem stem(String text) {
    return new Stem(text, false, false);
  }
}
