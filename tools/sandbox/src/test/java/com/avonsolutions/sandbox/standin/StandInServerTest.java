package com.avonsolutions.sandbox.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandInServerTest {
  private final BlockingQueue<StandInRequest> requests = new LinkedBlockingQueue<>();
  private final StandInServer server = new StandInServer(this::reply);
  private volatile StandInReply reply = StandInReply.json(200, "{}");

  private StandInReply reply(StandInRequest request) {
    requests.add(request);
    return reply;
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void reply_shouldArriveWhole_andTheRequestReachTheFunction() throws Exception {
    reply = StandInReply.json(201, "{\"a\":1}").with("x-more", "yes");

    HttpResponse<String> response = post("/path?b=c%26d", "name=%E0%A4%86&empty=");

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body()).isEqualTo("{\"a\":1}");
    assertThat(response.headers().firstValue("x-more")).contains("yes");
    StandInRequest request = requests.take();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/path");
    assertThat(request.query()).containsEntry("b", "c&d");
    assertThat(request.header("x-sent")).contains("once");
    assertThat(request.form()).containsEntry("name", "आ").containsEntry("empty", "");
  }

  @Test
  void reply_shouldArrive_whenItHasNoBody() throws Exception {
    reply = StandInReply.json(302, "").with("location", "/elsewhere");

    HttpResponse<String> response = post("/", "");

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.body()).isEmpty();
  }

  static Stream<StandInReply> faultyReplies() {
    return Stream.of(
        StandInReply.dropped(), StandInReply.never(), StandInReply.json(200, "{\"a\":1}").cutOff());
  }

  @ParameterizedTest
  @MethodSource("faultyReplies")
  void client_shouldFail_whenTheReplyIsNotWhole(StandInReply faulty) {
    reply = faulty;

    assertThatThrownBy(() -> post("/", "")).isInstanceOf(IOException.class);
  }

  @Test
  void endlessReply_shouldGoOn_untilTheServerIsClosed() throws Exception {
    reply = StandInReply.json(200, "{").endless();

    try (InputStream body =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(server.address()).build(), BodyHandlers.ofInputStream())
            .body()) {
      assertThat(body.readNBytes(3)).asString().isEqualTo("{  ");
      server.close();
      try {
        assertThat(new String(body.readAllBytes(), UTF_8)).isBlank();
      } catch (IOException e) {
        // The connection may close before its last chunk.
      }
    }
  }

  @Test
  void client_shouldFail_whenTheServerIsClosed() {
    URI address = server.address();
    server.close();

    assertThatThrownBy(() -> post(address, "")).isInstanceOf(IOException.class);
  }

  private HttpResponse<String> post(String target, String body) throws Exception {
    return post(server.address().resolve(target), body);
  }

  private static HttpResponse<String> post(URI address, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(2)) // to the reply's headers
                .header("x-sent", "once")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }
}
