package com.avonsolutions.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiEventTest {

  @Test
  void read_shouldReadMissingAndNullAsEmpty() {
    ApiEvent event =
        read(
            """
            {"routeKey":"GET /","rawPath":null,"headers":null,"body":null,
             "requestContext":{"http":{"method":"GET","sourceIp":null}}}
            """);

    assertThat(event)
        .isEqualTo(new ApiEvent("", "GET /", "GET", "", "", Map.of(), Map.of(), "", "", false));
  }

  @Test
  void read_shouldReadNumbersAndBooleansAsTexts() {
    ApiEvent event =
        read(
            """
            {"routeKey":"POST /a","isBase64Encoded":true,"headers":{"content-length":7,"x":false},
             "pathParameters":{"slug":null,"id":1},"requestContext":{"http":{"method":"POST"}}}
            """);

    assertThat(event.isBase64Encoded()).isTrue();
    assertThat(event.headers()).isEqualTo(Map.of("content-length", "7", "x", "false"));
    assertThat(event.pathParameters()).isEqualTo(Map.of("id", "1"));
  }

  @Test
  void read_shouldReject_whenItIsTheConsolesTestEvent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("{\"key1\":\"value1\",\"key2\":\"value2\"}"));
  }

  @Test
  void read_shouldReject_whenTheMethodIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("{\"routeKey\":\"GET /\",\"requestContext\":{\"http\":{}}}"));
  }

  private static ApiEvent read(String document) {
    return ApiEvent.read(document.getBytes(UTF_8));
  }
}
