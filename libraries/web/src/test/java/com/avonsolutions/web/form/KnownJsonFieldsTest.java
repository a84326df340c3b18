package com.avonsolutions.web.form;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.web.http.HttpException;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownJsonFieldsTest {
  private static final Set<String> KNOWN = Set.of("a", "b");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":\"text\"}|text",
        "{\"a\":1}|1",
        "{\"a\":1.50}|1.50",
        "{\"a\":-1e5}|-1e5",
        "{\"a\":12345678901234567890123}|12345678901234567890123",
        "{\"a\":1e999999}|1e999999",
        "{\"a\":true}|true",
        "{\"a\":false}|false",
        "{\"\\u0061\":\"\\u00e9\"}|é",
        "{\"a\":\"\\ud83d\\ude00\"}|😀",
        " {\"a\" : \"x\"} |x",
      })
  void parse_shouldReturnScalarsAsTheyAreWritten(String json, String value) {
    assertThat(parse(json).all()).isEqualTo(Map.of("a", value));
  }

  @Test
  void parse_shouldSkipNullAndUnknownFields() {
    String json =
        "{\"a\":null,\"x\":{\"a\":[1,{\"a\":2}]},\"y\":[[]],\"z\":\"\\ud83d\",\"b\":\"kept\"}";
    assertThat(parse(json).all()).isEqualTo(Map.of("b", "kept"));
    assertThat(parse("{}").all()).isEmpty();
  }

  @Test
  void parse_shouldAcceptThousandsOfUnknownFields() {
    String json =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "\"n" + i + "\":" + i)
            .collect(Collectors.joining(",", "{", ",\"a\":\"x\"}"));
    assertThat(parse(json).all()).isEqualTo(Map.of("a", "x"));
  }

  @Test
  void parse_shouldNameEveryKnownField_whenTheyHoldListsAndObjects() {
    assertThatThrownBy(() -> parse("{\"b\":[1],\"x\":[],\"a\":{\"c\":1}}"))
        .isInstanceOfSatisfying(
            InvalidSubmissionException.class,
            e -> assertThat(e.violations()).extracting(Violation::field).containsExactly("b", "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "\"a\"",
        "[]",
        "[{\"a\":1}]",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":\"x",
        "{\"a\":\"x\"",
        "{\"a\":\"x\",}",
        "{\"a\":[1}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":tru}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\ud83d\"}",
        "{\"a\":\"\\ude00\\ud83d\"}",
        "{\"a\":1}{\"a\":1}",
        "{\"a\":1} x",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"x\":{\"y\":1,\"y\":2}}",
        "/* */{\"a\":1}",
      })
  void parse_shouldReject_whenItIsNotAnObject(String json) {
    assertBadRequest(json.getBytes(UTF_8));
  }

  @Test
  void parse_shouldReject_whenNestingIsTooDeep() {
    assertThat(parse("{\"x\":" + "[".repeat(31) + "]".repeat(31) + "}").all()).isEmpty();
    assertBadRequest(("{\"x\":" + "[".repeat(100_000)).getBytes(UTF_8));
    assertBadRequest(("{\"x\":" + "[".repeat(33) + "]".repeat(33) + "}").getBytes(UTF_8));
    assertBadRequest("{\"x\":".repeat(50_000).getBytes(UTF_8));
  }

  @Test
  void parse_shouldReject_whenANumberHasThousandsOfDigits() {
    assertBadRequest(("{\"a\":" + "9".repeat(100_000) + "}").getBytes(UTF_8));
    assertBadRequest(("{\"x\":1e" + "9".repeat(100_000) + "}").getBytes(UTF_8));
  }

  @Test
  void parse_shouldReject_whenTheTextIsNotUtf8() {
    assertBadRequest(bytes("{\"a\":\"", 0xe9, "\"}"));
    assertBadRequest(bytes("{\"a\":\"", 0xff, "\"}"));
    assertBadRequest("{\"a\":\"x\"}".getBytes(UTF_16LE));
    assertBadRequest("{\"a\":\"x\"}".getBytes(UTF_16));
    // An overlong NUL, a lone surrogate, and a code point above the maximum.
    assertBadRequest(bytes("{\"a\":\"", 0xc080, "\"}"));
    assertBadRequest(bytes("{\"a\":\"", 0xeda080, "\"}"));
    assertBadRequest(bytes("{\"a\":\"", 0xf4908080, "\"}"));
  }

  @Test
  void message_shouldHoldNothingThatWasSent() {
    assertThatThrownBy(() -> parse("{\"a\":secret}")).message().doesNotContain("secret");
    assertThatThrownBy(() -> parse("{\"secret\":1,\"secret\":2}"))
        .message()
        .doesNotContain("secret");
  }

  private static byte[] bytes(String before, int middle, String after) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(before.getBytes(UTF_8));
    for (int shift = 24; shift >= 0; shift -= 8) {
      if (middle >>> shift != 0) {
        bytes.write(middle >>> shift);
      }
    }
    bytes.writeBytes(after.getBytes(UTF_8));
    return bytes.toByteArray();
  }

  private static Fields parse(String json) {
    return KnownJsonFields.parse(json.getBytes(UTF_8), KNOWN);
  }

  private static void assertBadRequest(byte[] json) {
    assertThatThrownBy(() -> KnownJsonFields.parse(json, KNOWN))
        .isInstanceOfSatisfying(HttpException.class, e -> assertThat(e.status()).isEqualTo(400));
  }
}
