package com.avonsolutions.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Requests;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  void line_shouldHoldForManyLettersAndNotForControlCharacters() {
    assertThat("आशा Söhne 😀 \u00a0").matches(PlainText::isLine).matches(PlainText::isLines);
    assertThat("").matches(PlainText::isLine);
    assertThat("x".repeat(2_000_000)).matches(PlainText::isLine).matches(PlainText::isLines);
    for (String text : new String[] {"\u0000", "a\u0007", "a\u007f", "\u0085", "a\u001b[0m"}) {
      assertThat(text)
          .matches(value -> !PlainText.isLine(value))
          .matches(value -> !PlainText.isLines(value));
    }
    for (String text : new String[] {"a\nb", "a\r\nb", "\ta"}) {
      assertThat(text).matches(value -> !PlainText.isLine(value)).matches(PlainText::isLines);
    }
  }

  @Test
  void bounded_shouldStripCutAndDrop() {
    assertThat(PlainText.bounded(Optional.of("  abc  "), 2)).contains("ab");
    assertThat(PlainText.bounded(Optional.of("a\nb"), 10)).isEmpty();
    assertThat(PlainText.bounded(Optional.empty(), 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "8e03978e-40d5-43e8-bc93-6894a57f9324", "\"quoted\"", "!~"})
  void idempotencyKey_shouldBeTaken_whenItIsVisibleAscii(String key) {
    assertThat(PlainText.idempotencyKey(Requests.get("/", "idempotency-key", key))).contains(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void idempotencyKey_shouldBeAbsent_whenItIsBlank(String key) {
    assertThat(PlainText.idempotencyKey(Requests.get("/", "idempotency-key", key))).isEmpty();
    assertThat(PlainText.idempotencyKey(Requests.get("/"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "कुंजी", "a\u0000", "a\n"})
  void idempotencyKey_shouldBeRefused_whenItIsAnythingElse(String key) {
    assertThatThrownBy(() -> PlainText.idempotencyKey(Requests.get("/", "idempotency-key", key)))
        .isInstanceOf(HttpException.class)
        .message()
        .doesNotContain(key);
  }

  @Test
  void isKey_shouldEndAt255Characters() {
    assertThat(PlainText.isKey("k".repeat(255))).isTrue();
    assertThat(PlainText.isKey("k".repeat(256))).isFalse();
  }
}
