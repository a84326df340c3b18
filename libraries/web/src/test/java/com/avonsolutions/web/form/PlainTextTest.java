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
  void isSingleLine_shouldAllowLettersOfAllScriptsAndNoControlCharacters() {
    assertThat("आशा Söhne 😀 \u00a0")
        .matches(PlainText::isSingleLine)
        .matches(PlainText::isMultiLine);
    assertThat("").matches(PlainText::isSingleLine);
    assertThat("x".repeat(2_000_000))
        .matches(PlainText::isSingleLine)
        .matches(PlainText::isMultiLine);
    for (String text : new String[] {"\u0000", "a\u0007", "a\u007f", "\u0085", "a\u001b[0m"}) {
      assertThat(text)
          .matches(value -> !PlainText.isSingleLine(value))
          .matches(value -> !PlainText.isMultiLine(value));
    }
    for (String text : new String[] {"a\nb", "a\r\nb", "\ta"}) {
      assertThat(text)
          .matches(value -> !PlainText.isSingleLine(value))
          .matches(PlainText::isMultiLine);
    }
  }

  @Test
  void bounded_shouldStripCutAndDropText() {
    assertThat(PlainText.bounded(Optional.of("  abc  "), 2)).contains("ab");
    assertThat(PlainText.bounded(Optional.of("a\nb"), 10)).isEmpty();
    assertThat(PlainText.bounded(Optional.empty(), 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "8e03978e-40d5-43e8-bc93-6894a57f9324", "\"quoted\"", "!~"})
  void idempotencyKey_shouldBeAccepted_whenItIsVisibleAscii(String key) {
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
  void idempotencyKey_shouldBeRejected_whenItIsAnythingElse(String key) {
    assertThatThrownBy(() -> PlainText.idempotencyKey(Requests.get("/", "idempotency-key", key)))
        .isInstanceOf(HttpException.class)
        .message()
        .doesNotContain(key);
  }

  @Test
  void isKey_shouldAllow255Characters() {
    assertThat(PlainText.isKey("k".repeat(255))).isTrue();
    assertThat(PlainText.isKey("k".repeat(256))).isFalse();
  }
}
