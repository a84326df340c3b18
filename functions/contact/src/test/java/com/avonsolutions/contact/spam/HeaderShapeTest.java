package com.avonsolutions.contact.spam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderShapeTest {
  private static final Map<String, String> BROWSER =
      Map.of(
          "user-agent", "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0",
          "accept-language", "hi-IN,hi;q=0.9",
          "origin", "https://www.example.com");

  @Test
  void points_shouldBeNone_whenABrowserSendsIt() {
    assertThat(HeaderShape.points(BROWSER, true)).isZero();
    assertThat(HeaderShape.points(with("origin", "null"), true)).isZero();
  }

  @Test
  void points_shouldBeNone_whenAProgramMaySendIt() {
    assertThat(HeaderShape.points(Map.of("user-agent", "curl/8.5"), false)).isZero();
  }

  @Test
  void points_shouldAddUpToALimit() {
    assertThat(HeaderShape.points(with("accept-language", ""), true)).isEqualTo(30);
    assertThat(HeaderShape.points(with("user-agent", "python-requests/2.31"), true)).isEqualTo(40);
    assertThat(HeaderShape.points(without("origin"), true)).isEqualTo(20);
    assertThat(HeaderShape.points(Map.of(), true)).isEqualTo(60);
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> headers = new HashMap<>(BROWSER);
    headers.put(name, value);
    return headers;
  }

  private static Map<String, String> without(String name) {
    Map<String, String> headers = new HashMap<>(BROWSER);
    headers.remove(name);
    return headers;
  }
}
