package com.avonsolutions.text.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @Test
  void parse_shouldSkipOneByteOrderMark() {
    assertThat(read("\uFEFF{\"a\":\"x\"}").text("a")).contains("x");
    assertThatThrownBy(() -> read("\uFEFF\uFEFF{\"a\":\"x\"}"))
        .isInstanceOf(MalformedJsonException.class);
  }

  static Stream<Charset> otherEncodings() {
    return Stream.of(
        StandardCharsets.ISO_8859_1,
        StandardCharsets.UTF_16,
        StandardCharsets.UTF_16LE,
        StandardCharsets.UTF_16BE,
        Charset.forName("UTF-32"));
  }

  @ParameterizedTest
  @MethodSource("otherEncodings")
  void parse_shouldRefuseADocument_whenItIsNotUtf8(Charset encoding) {
    byte[] document = "{\"name\":\"René\"}".getBytes(encoding);

    assertThatThrownBy(() -> JsonReader.parse(document)).isInstanceOf(MalformedJsonException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "9876543210.0, 9876543210",
    "9876543210.00, 9876543210",
    "9.87654321E9, 9876543210",
    "919876543210.0, 919876543210",
    "12345678901234567890, 12345678901234567890",
    "1.50, 1.50",
    "0.0, 0",
    "1e999999999, 1e999999999",
    "1e-999999999, 1e-999999999",
    "1e99999999999, 1e99999999999"
  })
  void text_shouldBeTheNumber_withoutAFractionOfZeros(String number, String text) {
    assertThat(read("{\"a\":" + number + "}").text("a")).contains(text);
  }

  @Test
  void parse_shouldRefuseADocument_whenItHasTooManyValues() {
    // The object and the list count, too.
    int items = JsonReader.MAX_VALUES - 2;

    assertThat(read(list(items)).texts("a")).hasSize(items);
    assertThatThrownBy(() -> read(list(items + 1))).isInstanceOf(MalformedJsonException.class);
  }

  private static String list(int items) {
    return "{\"a\":[" + "1,".repeat(items - 1) + "1]}";
  }

  @Test
  void parseAll_shouldReadOneObjectOrAList() {
    assertThat(JsonReader.parseAll("{\"a\":1}".getBytes(UTF_8))).hasSize(1);
    assertThat(JsonReader.parseAll("[{\"a\":1},{\"a\":2}]".getBytes(UTF_8)))
        .extracting(one -> one.text("a").orElse(""))
        .containsExactly("1", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "[1]", "[{},1]", "[[{}]]", "1", "\"a\"", "null", "", "{} {}", "[{}"})
  void parseAll_shouldRefuseWhatIsNoObject(String document) {
    assertThatThrownBy(() -> JsonReader.parseAll(document.getBytes(UTF_8)))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void forEachAndTexts_shouldLeaveNoValueOut_whateverTheShape() {
    JsonReader reader = read("{\"a\":[[\"x\"],\"y\"],\"b\":[[{\"c\":\"z\"}]],\"d\":null}");
    List<String> visited = new ArrayList<>();

    reader.forEach((path, value) -> visited.add(path + '=' + value));

    assertThat(visited).containsExactly("a=x", "a=y", "b.c=z");
    assertThat(reader.texts("a")).containsExactly("x", "y");
    assertThat(reader.objects("b")).hasSize(1);
    assertThat(reader.names()).containsExactly("a", "b");
  }

  private static JsonReader read(String document) {
    return JsonReader.parse(document.getBytes(UTF_8));
  }
}
