package com.avonsolutions.sandbox.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteKeyTest {

  @ParameterizedTest
  @CsvSource({
    "/, /, true",
    "/, /contact, false",
    "/contact, /contact, true",
    "/contact, /contact/, false",
    "/contact, /Contact, false",
    "/faqs/{slug}, /faqs/a, true",
    "/faqs/{slug}, /faqs/, false",
    "/faqs/{slug}, /faqs/a/b, false",
    "/files/{path+}, /files/a/b, true",
    "/files/{path+}, /files, false",
  })
  void match_shouldCompareSegments(String route, String path, boolean fits) {
    assertThat(RouteKey.parse("GET " + route).match(path).isPresent()).isEqualTo(fits);
  }

  @Test
  void parameters_shouldDecodePercentSignsOnly() {
    assertThat(RouteKey.parse("GET /faqs/{slug}").parameters("/faqs/a%20b+c"))
        .isEqualTo(Map.of("slug", "a b+c"));
    assertThat(RouteKey.parse("GET /faqs/{slug}").parameters("/faqs/100%"))
        .isEqualTo(Map.of("slug", "100%"));
    assertThat(RouteKey.parse("ANY /files/{path+}").parameters("/files/a/b"))
        .isEqualTo(Map.of("path", "a/b"));
  }

  @Test
  void parse_shouldFail_whenThereIsNoPath() {
    assertThatThrownBy(() -> RouteKey.parse("GET"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a route key: GET");
  }
}
