package com.avonsolutions.web.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.web.http.HttpException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlEncodedFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=b|b",
        "a=b&|b",
        "&&a=b&&&|b",
        "a=b=c|b=c",
        "a==|=",
        "a=b+c|b c",
        "a=b%2Bc|b+c",
        "a=b%20c|b c",
        "a=%26%3D%25|&=%",
        "a=%25zz|%zz",
        "a=%c3%A9|é",
        "a=é|é",
        "a=%E0%A4%86|आ",
        "a=%F0%9F%98%80|😀",
        "%61=b|b",
        "a=b;c=d|b;c=d",
        "a=?#/|?#/",
      })
  void parse_shouldFollowTheStandard(String encoded, String value) {
    assertThat(parse(encoded).all()).isEqualTo(Map.of("a", value));
  }

  @Test
  void parse_shouldReadNames_whenValuesAreMissing() {
    assertThat(parse("a&b=&=c").all()).isEqualTo(Map.of("a", "", "b", "", "", "c"));
    assertThat(parse("a+b=1&c%3Dd=2").all()).isEqualTo(Map.of("a b", "1", "c=d", "2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&", "&&&&"})
  void parse_shouldFindNoFields_whenThereAreNone(String encoded) {
    assertThat(parse(encoded).all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%",
        "a=%1",
        "a=%zz",
        "a=%1g",
        "a=%%",
        "%=a",
        "a=%u0041",
        "a=b%2",
        "a=% 41",
        "a=%+1",
        "a=%2&b=c"
      })
  void parse_shouldReject_whenThePercentEncodingIsMalformed(String encoded) {
    assertBadRequest(encoded.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%ff",
        "a=%c3",
        "a=%c3%28",
        "a=%ed%a0%80",
        "a=%c0%80",
        "a=%f4%90%80%80",
        "%ff=a",
        "a=\u00e9"
      })
  void parse_shouldReject_whenTheBytesAreNotUtf8(String encoded) {
    assertBadRequest(encoded.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1&a=1", "a=1&b=2&a=3", "a&a", "a=1&%61=2", "=&="})
  void parse_shouldReject_whenAFieldIsRepeated(String encoded) {
    assertBadRequest(encoded.getBytes(UTF_8));
  }

  @Test
  void parse_shouldAcceptTwoHundredFieldsAndRejectMore() {
    assertThat(parse(pairs(200)).all()).hasSize(200);
    assertBadRequest(pairs(201).getBytes(UTF_8));
    assertBadRequest(pairs(100_000).getBytes(UTF_8));
  }

  @Test
  void typed_shouldHoldOneCharacterPerLineBreak_whenABrowserSendsTwo() {
    assertThat(parse("a=one%0D%0A%0D%0Atwo%0D%0A").typed("a")).isEqualTo("one\n\ntwo");
  }

  @Test
  void message_shouldHoldNothingThatWasTyped() {
    assertThatThrownBy(() -> parse("secret=1&secret=2")).message().doesNotContain("secret");
  }

  private static String pairs(int count) {
    return IntStream.range(0, count).mapToObj(i -> "n" + i + "=v").collect(Collectors.joining("&"));
  }

  private static Fields parse(String encoded) {
    return UrlEncodedFields.parse(encoded.getBytes(UTF_8));
  }

  private static void assertBadRequest(byte[] encoded) {
    assertThatThrownBy(() -> UrlEncodedFields.parse(encoded))
        .isInstanceOfSatisfying(HttpException.class, e -> assertThat(e.status()).isEqualTo(400));
  }
}
