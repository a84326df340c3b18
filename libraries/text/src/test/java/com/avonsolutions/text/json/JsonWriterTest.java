package com.avonsolutions.text.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void toString_shouldKeepTheOrderInWhichMembersArePut() {
    assertThat(new JsonWriter().put("b", "1").put("a", true).put("c", "2"))
        .hasToString("{\"b\":\"1\",\"a\":true,\"c\":\"2\"}");
  }

  @Test
  void toString_shouldEscapeQuotesAndControlCharacters() {
    assertThat(new JsonWriter().put("a\"b", "\"\\\n\t\u0000\u001f"))
        .hasToString("{\"a\\\"b\":\"\\\"\\\\\\n\\t\\u0000\\u001F\"}");
  }

  @Test
  void bytes_shouldBeUtf8_whenCharactersAreOutsideOfTheBasicPlane() {
    String text = "हिन्दी 😀";

    byte[] bytes = new JsonWriter().put("text", text).bytes();

    assertThat(JsonReader.parse(bytes).text("text")).contains(text);
    assertThat(bytes.length).isGreaterThan(new String(bytes, UTF_8).length());
  }

  @Test
  void toString_shouldWriteNumbersAsTheyAre() {
    assertThat(new JsonWriter().put("long", Long.MAX_VALUE).put("double", 0.25))
        .hasToString("{\"long\":9223372036854775807,\"double\":0.25}");
  }

  @Test
  void toString_shouldNestDocumentsAndLists() {
    JsonWriter inner = new JsonWriter().put("x", 1);

    assertThat(
            new JsonWriter()
                .put("one", inner)
                .put("all", List.of(inner, new JsonWriter()))
                .putTexts("texts", List.of("a", "b")))
        .hasToString("{\"one\":{\"x\":1},\"all\":[{\"x\":1},{}],\"texts\":[\"a\",\"b\"]}");
  }

  @Test
  void toString_shouldLeaveOutWhatIsAbsentAndKeepAnEmptyList() {
    assertThat(
            new JsonWriter()
                .put("absent", Optional.empty())
                .put("present", Optional.of("here"))
                .put("none", List.of()))
        .hasToString("{\"present\":\"here\",\"none\":[]}");
  }

  @Test
  void array_shouldWriteADocumentOfItsOwn() {
    assertThat(JsonWriter.array(List.of(new JsonWriter().put("a", 1), new JsonWriter())))
        .isEqualTo("[{\"a\":1},{}]");
  }
}
