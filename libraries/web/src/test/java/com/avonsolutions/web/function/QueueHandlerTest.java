package com.avonsolutions.web.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.event.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueHandlerTest {

  /** Fails with every message that begins with "bad". */
  private static final class Echo extends QueueHandler {
    private final List<QueueMessage> handled = new ArrayList<>();

    Echo() {
      super(Map.of());
    }

    @Override
    protected void handle(QueueMessage message) {
      if (message.body().startsWith("bad")) {
        throw new IllegalStateException(message.body());
      }
      handled.add(message);
    }
  }

  private final Echo handler = new Echo();

  @AfterEach
  void close() {
    handler.close();
  }

  @Test
  void handle_shouldGetEveryMessage() throws IOException {
    String answer =
        invoke("{\"Records\":[%s,%s]}".formatted(message("1", "one", 3), message("2", "two", 1)));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(handler.handled).extracting(QueueMessage::body).containsExactly("one", "two");
    assertThat(handler.handled.get(0).receiptHandle()).isEqualTo("handle-1");
    assertThat(handler.handled.get(0).deliveries()).isEqualTo(3);
  }

  @Test
  void handle_shouldReportFailedMessages_andHandleTheOthers() throws IOException {
    String answer =
        invoke(
            "{\"Records\":[%s,%s,%s]}"
                .formatted(
                    message("1", "bad", 1), message("2", "two", 1), message("3", "bad too", 1)));

    assertThat(answer)
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"},{\"itemIdentifier\":\"3\"}]}");
    assertThat(handler.handled).extracting(QueueMessage::body).containsExactly("two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "{\"Records\":null}", "{\"routeKey\":\"GET /\"}"})
  void handle_shouldFail_whenTheEventIsNotFromAQueue(String event) {
    assertThatThrownBy(() -> invoke(event)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void log_shouldCountFailures_withoutTheMessages() throws IOException {
    PrintStream standardOut = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, UTF_8));
    try {
      invoke("{\"Records\":[%s]}".formatted(message("1", "bad news of Asha", 1)));
    } finally {
      System.setOut(standardOut);
    }

    assertThat(captured.toString(UTF_8))
        .contains("\"records\":1,\"failed\":1", "\"requestId\":\"request-9\"")
        .contains("java.lang.IllegalStateException")
        .doesNotContain("Asha");
  }

  private String invoke(String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)),
        out,
        InvocationContext.of("request-9", "test", Duration.ofSeconds(20)));
    return out.toString(UTF_8);
  }

  /** A message with all fields that SQS sends. */
  private static String message(String id, String body, int deliveries) {
    return """
        {"messageId":"%s","receiptHandle":"handle-%s","body":"%s",
         "attributes":{"ApproximateReceiveCount":"%d","SentTimestamp":"1795342530000",
          "SenderId":"AROAEXAMPLE","ApproximateFirstReceiveTimestamp":"1795342530001"},
         "messageAttributes":{},"md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3",
         "eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:us-east-1:000000000000:Queue",
         "awsRegion":"us-east-1"}"""
        .formatted(id, id, body, deliveries);
  }
}
