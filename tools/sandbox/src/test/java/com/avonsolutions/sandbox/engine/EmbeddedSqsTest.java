package com.avonsolutions.sandbox.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.QueueSource;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSqsTest {
  private static final QueueSource SOURCE = new QueueSource("Work", 2, 1);

  @TempDir Path folder;

  private final MutableClock clock = new MutableClock();

  @SuppressWarnings("NullAway.Init") // set before every test
  private SamTemplate template;

  @BeforeEach
  void readTemplate() throws IOException {
    Path file = folder.resolve("template.yaml");
    Files.writeString(
        file,
        """
        Resources:
          Work:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: 60
              RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 2 }
          Dead: { Type: AWS::SQS::Queue }
        """);
    template = SamTemplate.read(file);
  }

  @Test
  void message_shouldBeDeliveredOnce_whenItsFunctionHandlesIt() throws Exception {
    try (EmbeddedSqs sqs = inMemory()) {
      assertThat(call(sqs, "SendMessage", Map.of("MessageBody", "one")).statusCode())
          .isEqualTo(200);
      List<String> events = new ArrayList<>();

      assertThat(sqs.deliver(SOURCE, event -> handled(events, event))).isEqualTo(1);
      assertThat(sqs.deliver(SOURCE, event -> handled(events, event))).isZero();

      assertThat(events)
          .singleElement()
          .asString()
          .contains("\"body\":\"one\"", "\"ApproximateReceiveCount\":\"1\"", "\"aws:sqs\"");
      assertThat(sqs.messages("Work")).isEmpty();
    }
  }

  @Test
  void message_shouldGoToTheDeadLetterQueue_whenItsFunctionFailsTooOften() {
    try (EmbeddedSqs sqs = inMemory()) {
      sqs.send("Work", "one");

      for (int delivery = 0; delivery < 2; delivery++) {
        assertThat(sqs.deliver(SOURCE, EmbeddedSqsTest::failing)).isEqualTo(1);
        assertThat(sqs.deliver(SOURCE, EmbeddedSqsTest::failing)).isZero();
        clock.pass(Duration.ofMinutes(1));
      }
      assertThat(sqs.deliver(SOURCE, EmbeddedSqsTest::failing)).isZero();

      assertThat(sqs.messages("Work")).isEmpty();
      assertThat(sqs.messages("Dead")).singleElement().extracting("body").isEqualTo("one");
    }
  }

  @Test
  void visibility_shouldChange_whenTheReceiptIsThatOfTheLastDelivery() throws Exception {
    try (EmbeddedSqs sqs = inMemory()) {
      sqs.send("Work", "one");
      sqs.deliver(SOURCE, EmbeddedSqsTest::failing);
      String receipt = sqs.messages("Work").get(0).receiptHandle();

      Map<String, Object> change = Map.of("ReceiptHandle", receipt, "VisibilityTimeout", 5);
      assertThat(call(sqs, "ChangeMessageVisibility", change).statusCode()).isEqualTo(200);
      clock.pass(Duration.ofSeconds(5));
      assertThat(sqs.deliver(SOURCE, EmbeddedSqsTest::failing)).isEqualTo(1);

      assertThat(call(sqs, "ChangeMessageVisibility", change).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void send_shouldBeRefused_whenSqsWouldRefuseTheMessage() throws Exception {
    try (EmbeddedSqs sqs = inMemory()) {
      for (String body : List.of("", "x".repeat(256 * 1024 + 1), "\u0001", "\uFFFE")) {
        assertThat(call(sqs, "SendMessage", Map.of("MessageBody", body)).statusCode())
            .isEqualTo(400);
      }
      assertThat(call(sqs, "PurgeQueue", Map.of()).statusCode()).isEqualTo(400);

      assertThat(sqs.messages("Work")).isEmpty();
    }
  }

  @Test
  void messages_shouldSurviveTheProcess_whenTheyAreKeptInAFolder() {
    try (EmbeddedSqs sqs = new EmbeddedSqs(template, clock, Optional.of(folder))) {
      sqs.send("Work", "one");
      sqs.send("Work", "two");
      sqs.deliver(new QueueSource("Work", 1, 1), event -> handled(new ArrayList<>(), event));
      sqs.deliver(SOURCE, EmbeddedSqsTest::failing);
    }

    try (EmbeddedSqs sqs = new EmbeddedSqs(template, clock, Optional.of(folder))) {
      assertThat(sqs.messages("Work"))
          .singleElement()
          .satisfies(
              message -> {
                assertThat(message.body()).isEqualTo("two");
                assertThat(message.deliveries()).isEqualTo(1);
                assertThat(message.visibleAt()).isEqualTo(clock.instant().plusSeconds(60));
              });
    }
  }

  private EmbeddedSqs inMemory() {
    return new EmbeddedSqs(template, clock, Optional.empty());
  }

  private static byte[] handled(List<String> events, byte[] event) {
    events.add(new String(event, UTF_8));
    return "{\"batchItemFailures\":[]}".getBytes(UTF_8);
  }

  private static byte[] failing(byte[] event) {
    throw new IllegalStateException("Injected failure");
  }

  private static HttpResponse<String> call(
      EmbeddedSqs sqs, String operation, Map<String, Object> parameters) throws Exception {
    String url = sqs.withQueueUrls(Map.of("URL", "Work")).getOrDefault("URL", "");
    Map<String, Object> request = new HashMap<>(parameters);
    request.put("QueueUrl", url);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url).resolve("/"))
                .header("x-amz-target", "AmazonSQS." + operation)
                .POST(BodyPublishers.ofByteArray(JSON.std.asBytes(request)))
                .build(),
            BodyHandlers.ofString());
  }
}
