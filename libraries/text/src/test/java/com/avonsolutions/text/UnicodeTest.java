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
  void printable_shouldKeepWhatScriptsNeed() {
    String text = "नमस्ते क्\u200dष می\u200cخواهم \u200f(1)\u200e 👩\u200d💻 é\u0301\tx\ny";

    assertThat(Unicode.printable(text)).isEqualTo(text);
  }

  @Test
  void printable_shouldHoldNoCharacterThatControlsATerminalOrTurnsText() {
    StringBuilder all = new StringBuilder();
    for (char character = 0; character < Character.MIN_SURROGATE; character++) {
      all.append(character);
    }

    assertThat(Unicode.printable(all.toString()).chars())
        .noneMatch(Unicode::isControl)
        .doesNotContain((int) '\r', 0x1b, 0x9b, 0x202e, 0x2066);
    assertThat(Unicode.printableLine("a\r\nb\tc\u2028d\u202ee")).isEqualTo("a b c de");
    assertThat(Unicode.printable("a\r\nb\rc")).isEqualTo("a\nb\nc");
  }

  @Test
  void isWhole_shouldFindASurrogateWithoutItsPair() {
    assertThat(Unicode.isWhole("a😀")).isTrue();
    assertThat(Unicode.isWhole("a\ud83d")).isFalse();
    assertThat(Unicode.isWhole("\ude00\ud83d")).isFalse();
  }
}
