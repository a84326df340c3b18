package com.avonsolutions.domain.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {

  @Test
  void toString_shouldKeepTheOrderInWhichMembersArePut() {
    assertThat(new JsonDocument().put("b", "1").put("a", true).put("c", "2"))
        .hasToString("{\"b\":\"1\",\"a\":true,\"c\":\"2\"}");
  }

  @Test
  void toString_shouldEscapeQuotesAndControlCharacters() {
    assertThat(new JsonDocument().put("a\"b", "\"\\\n\t\u0000\u001f"))
        .hasToString("{\"a\\\"b\":\"\\\"\\\\\\n\\t\\u0000\\u001F\"}");
  }

  @Test
  void bytes_shouldBeUtf8_whenCharactersAreOutsideOfTheBasicPlane() {
    String text = "हिन्दी 😀";

    byte[] bytes = new JsonDocument().put("text", text).bytes();

    assertThat(JsonTree.parse(bytes).text("text")).contains(text);
    assertThat(bytes.length).isGreaterThan(new String(bytes, UTF_8).length());
  }

  @Test
  void toString_shouldWriteNumbersAsTheyAre() {
    assertThat(new JsonDocument().put("long", Long.MAX_VALUE).put("double", 0.25))
        .hasToString("{\"long\":9223372036854775807,\"double\":0.25}");
  }

  @Test
  void toString_shouldNestDocumentsAndLists() {
    JsonDocument inner = new JsonDocument().put("x", 1);

    assertThat(
            new JsonDocument()
                .put("one", inner)
                .put("all", List.of(inner, new JsonDocument()))
                .putTexts("texts", List.of("a", "b")))
        .hasToString("{\"one\":{\"x\":1},\"all\":[{\"x\":1},{}],\"texts\":[\"a\",\"b\"]}");
  }

  @Test
  void toString_shouldLeaveOutWhatIsAbsentAndKeepAnEmptyList() {
    assertThat(
            new JsonDocument()
                .put("absent", Optional.empty())
                .put("present", Optional.of("here"))
                .put("none", List.of()))
        .hasToString("{\"present\":\"here\",\"none\":[]}");
  }
}
