package com.avonsolutions.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnicodeTest {

  @ParameterizedTest
  @CsvSource({
    "abc,3,abc",
    "abc,4,abc",
    "abc,2,ab",
    "a😀b,1,a",
    "a😀b,2,a",
    "a😀b,3,a😀",
    "😀😀,3,😀"
  })
  void cut_shouldNotSplitASurrogatePair(String text, int limit, String cut) {
    assertThat(Unicode.cut(text, limit)).isEqualTo(cut);
  }

  @Test
  void cut_shouldLeaveNothing_whenTheLimitIsZero() {
    assertThat(Unicode.cut("😀", 0)).isEmpty();
    assertThat(Unicode.cut("", 0)).isEmpty();
  }

  @Test
  void cut_shouldGiveWholeText_whateverTheLimit() {
    String text = "क😀𝒜b😀";
    for (int limit = 0; limit <= text.length(); limit++) {
      assertThat(Unicode.cut(text, limit))
          .matches(Unicode::isWhole)
          .hasSizeLessThanOrEqualTo(limit);
    }
  }

  @Test
  void isWhole_shouldFindASurrogateWithoutItsPair() {
    assertThat(Unicode.isWhole("a😀")).isTrue();
    assertThat(Unicode.isWhole("a\ud83d")).isFalse();
    assertThat(Unicode.isWhole("\ude00\ud83d")).isFalse();
  }
}
