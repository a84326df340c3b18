package com.avonsolutions.sandbox.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class EventBuilderTest {

  @Test
  void build_shouldKeepTheTargetEncoded() throws IOException {
    Map<String, Object> event =
        event(
            EventBuilder.request("GET", "/faqs/what%20is%2Fthis?tag=a&tag=b+c&empty")
                .routeKey("GET /faqs/{slug}"));

    assertThat(event)
        .containsEntry("version", "2.0")
        .containsEntry("routeKey", "GET /faqs/{slug}")
        .containsEntry("rawPath", "/faqs/what is/this")
        .containsEntry("rawQueryString", "tag=a&tag=b+c&empty")
        .containsEntry("queryStringParameters", Map.of("tag", "a,b c", "empty", ""))
        .containsEntry("pathParameters", Map.of("slug", "what is/this"))
        .containsEntry("isBase64Encoded", false)
        .doesNotContainKeys("body", "cookies");
  }

  @Test
  void build_shouldLowerCaseNamesAndJoinValues_whenAHeaderIsRepeated() throws IOException {
    Map<String, Object> event =
        event(
            EventBuilder.request("GET", "/")
                .header("Accept", "text/html")
                .header("ACCEPT", "*/*")
                .cookie("a", "1")
                .cookie("b", "2"));

    assertThat(event).containsEntry("cookies", List.of("a=1", "b=2"));
    assertThat(event.get("headers"))
        .isEqualTo(
            Map.of(
                "accept", "text/html,*/*",
                "host", "abcdef1234.execute-api.us-east-1.amazonaws.com"));
  }

  @Test
  void build_shouldEncodeForms_asTheCloudDoes() throws IOException {
    EventBuilder form = EventBuilder.request("POST", "/contact").form(Map.of("name", "Asha Rao"));

    assertThat(event(form))
        .containsEntry("body", Base64.getEncoder().encodeToString("name=Asha+Rao".getBytes(UTF_8)))
        .containsEntry("isBase64Encoded", true);
    assertThat(event(form.base64(false)))
        .containsEntry("body", "name=Asha+Rao")
        .containsEntry("isBase64Encoded", false);
  }

  @Test
  void build_shouldLeaveJsonAsText() throws IOException {
    assertThat(event(EventBuilder.request("POST", "/api/leads").json("{\"a\":1}")))
        .containsEntry("body", "{\"a\":1}")
        .containsEntry("isBase64Encoded", false);
  }

  @Test
  void build_shouldWriteEveryPart_whenMultipart() throws IOException {
    Map<String, Object> event =
        event(
            EventBuilder.request("POST", "/contact")
                .multipart("name", "Asha")
                .multipart("file", "a.txt", "text/plain", "hello".getBytes(UTF_8)));

    String body = new String(Base64.getDecoder().decode((String) event.get("body")), UTF_8);
    assertThat(body)
        .isEqualTo(
            """
            ------TestBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="name"

            Asha
            ------TestBoundary7MA4YWxkTrZu0gW
            Content-Disposition: form-data; name="file"; filename="a.txt"
            Content-Type: text/plain

            hello
            ------TestBoundary7MA4YWxkTrZu0gW--
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void build_shouldDescribeTheRequestInItsContext() throws IOException {
    Map<String, Object> event =
        event(EventBuilder.request("POST", "/contact").header("User-Agent", "test"));

    assertThat(event.get("requestContext"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("stage", "$default")
        .containsEntry("time", "15/Jan/2026:10:30:00 +0000")
        .containsEntry("timeEpoch", 1768473000000L)
        .containsEntry(
            "http",
            Map.of(
                "method", "POST",
                "path", "/contact",
                "protocol", "HTTP/1.1",
                "sourceIp", "203.0.113.7",
                "userAgent", "test"));
  }

  private static Map<String, Object> event(EventBuilder builder) throws IOException {
    return JSON.std.mapFrom(builder.build());
  }
}
