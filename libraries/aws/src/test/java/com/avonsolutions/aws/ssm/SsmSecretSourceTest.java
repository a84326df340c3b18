package com.avonsolutions.aws.ssm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.aws.AwsJsonApi;
import com.avonsolutions.domain.secret.SecretSource;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Against a stand-in that speaks the JSON protocol of SSM. */
class SsmSecretSourceTest {
  private final Map<String, String> received = new ConcurrentHashMap<>();
  private final HttpServer server;
  private int status = 200;
  private String answer = "";

  SsmSecretSourceTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          exchange
              .getRequestHeaders()
              .forEach(
                  (name, values) -> received.put(name.toLowerCase(Locale.ROOT), values.get(0)));
          received.put("body", new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          byte[] body = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void read_shouldSignAndDecrypt_whenTheParameterIsThere() {
    answer =
        "{\"Extra\":{\"Value\":\"wrong\"},\"Parameter\":{\"Name\":\"/avon/x\",\"Nested\":{\"Value\":\"wrong\"},"
            + "\"Value\":\"new\\nold\",\"Version\":3}}";

    assertThat(source().read("/avon/x")).isEqualTo("new\nold");
    assertThat(received)
        .containsEntry("x-amz-target", "AmazonSSM.GetParameter")
        .containsEntry("content-type", "application/x-amz-json-1.1")
        .containsEntry("body", "{\"Name\":\"/avon/x\",\"WithDecryption\":true}");
    assertThat(received.get("authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=id/")
        .contains("/ap-south-1/ssm/aws4_request");
  }

  @Test
  void read_shouldFailWithoutTheAnswersWords_whenItMayNot() {
    status = 400;
    answer = "{\"__type\":\"AccessDeniedException\",\"message\":\"hidden\"}";

    assertThatThrownBy(() -> source().read("/avon/x"))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("/avon/x")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void read_shouldFail_whenTheAnswerHoldsNoValue() {
    for (String nothing : List.of("", "{}", "[]", "{\"Parameter\":{}}", "{\"Parameter\":\"x\"}")) {
      answer = nothing;
      assertThatThrownBy(() -> source().read("/avon/x"))
          .as(nothing)
          .isInstanceOf(SecretUnavailableException.class);
    }
  }

  @Test
  void read_shouldFail_whenNobodyAnswers() {
    SecretSource source = source();
    server.stop(0);

    assertThatThrownBy(() -> source.read("/avon/x")).isInstanceOf(SecretUnavailableException.class);
  }

  private SecretSource source() {
    AwsCredentialsProvider credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key"));
    return new SsmSecretSource(
        new AwsJsonApi("ap-south-1", credentials),
        "http://localhost:" + server.getAddress().getPort());
  }
}
