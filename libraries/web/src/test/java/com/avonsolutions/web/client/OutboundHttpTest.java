package com.avonsolutions.web.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInRequest;
import com.avonsolutions.sandbox.standin.StandInServer;
import com.avonsolutions.web.client.OutboundHttp.Limits;
import com.avonsolutions.web.client.OutboundHttp.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboundHttpTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final int MAX_BYTES = 1_000;

  private final List<StandInRequest> requests = new CopyOnWriteArrayList<>();
  private final StandInServer server = new StandInServer(this::reply);
  private StandInReply reply = StandInReply.json(200, "{}");

  private StandInReply reply(StandInRequest request) {
    requests.add(request);
    return reply;
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Reply get(Duration read, Duration total) throws IOException {
    return new OutboundHttp(new Limits(LONG, read, total, MAX_BYTES, MAX_BYTES))
        .get(server.address(), Map.of("x-sent", "yes"));
  }

  @Test
  void get_shouldGiveStatusHeadersAndBody() throws IOException {
    reply = StandInReply.json(201, "{\"a\":1}").with("X-Answer", "42");

    Reply answer = get(LONG, LONG);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("x-answer")).contains("42");
    assertThat(answer.body()).asString(UTF_8).isEqualTo("{\"a\":1}");
    assertThat(requests.get(0).header("x-sent")).contains("yes");
  }

  @Test
  void post_shouldSendTheBodyOnce_whenTheConnectionBreaks() {
    reply = StandInReply.dropped();
    OutboundHttp http = new OutboundHttp(new Limits(LONG, LONG, LONG, MAX_BYTES, 0));

    assertThatThrownBy(() -> http.post(server.address(), Map.of(), "body".getBytes(UTF_8)))
        .isInstanceOf(IOException.class);
    assertThat(requests).singleElement().extracting(StandInRequest::text).isEqualTo("body");
  }

  @Test
  void get_shouldGiveTheBodyOfAnError() throws IOException {
    reply = StandInReply.json(429, "slow down");

    assertThat(get(LONG, LONG).body()).asString(UTF_8).isEqualTo("slow down");
  }

  @Test
  void get_shouldGiveTheStatusOfAnError_whateverItsBodyIs() throws IOException {
    reply = StandInReply.json(403, "x".repeat(MAX_BYTES + 1));
    assertThat(get(LONG, LONG).status()).isEqualTo(403);

    reply = StandInReply.json(401, "{\"error\":1}").cutOff();
    assertThat(get(LONG, LONG).status()).isEqualTo(401);

    reply = StandInReply.json(400, "{}").endless();
    assertThat(get(LONG, SHORT).status()).isEqualTo(400);
  }

  @Test
  void post_shouldNotReadAnError_whenItsLimitIsZero() throws IOException {
    reply = StandInReply.json(403, "{}").endless();
    OutboundHttp http = new OutboundHttp(new Limits(LONG, LONG, LONG, MAX_BYTES, 0));

    Reply answer = http.post(server.address(), Map.of(), new byte[0]);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void get_shouldNotFollowARedirect() throws IOException {
    reply = StandInReply.json(302, "").with("location", server.address() + "/elsewhere");

    assertThat(get(LONG, LONG).status()).isEqualTo(302);
    assertThat(requests).hasSize(1);
  }

  @Test
  void get_shouldFail_whenTheBodyIsLargerThanTheLimit() throws IOException {
    reply = StandInReply.json(200, "x".repeat(MAX_BYTES));
    assertThat(get(LONG, LONG).body()).hasSize(MAX_BYTES);

    reply = StandInReply.json(200, "x".repeat(MAX_BYTES + 1));
    assertThatThrownBy(() -> get(LONG, LONG)).isInstanceOf(IOException.class);
  }

  @Test
  void get_shouldFail_whenNoByteComesInTime() {
    reply = StandInReply.never();

    assertThatThrownBy(() -> get(SHORT, LONG)).isInstanceOf(IOException.class);
  }

  /** A read timeout alone would wait until the size limit: there is a byte every 50 ms. */
  @Test
  void get_shouldFail_whenTheBodyComesByteByByte() {
    reply = StandInReply.json(200, "{}").endless();

    assertThatThrownBy(() -> get(LONG, SHORT)).hasMessageContaining("too slow");
  }

  @Test
  void get_shouldFail_whenTheBodyIsCutOff() {
    reply = StandInReply.json(200, "{\"a\":1}").cutOff();

    // JDK 25 notices it itself.
    assertThatThrownBy(() -> get(LONG, LONG))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(".*(cut off|Premature EOF).*");
  }
}
