package com.avonsolutions.aws.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.aws.AwsJsonApi;
import com.avonsolutions.domain.secret.SecretSource;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInRequest;
import com.avonsolutions.sandbox.standin.StandInServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Against a stand-in that speaks the JSON protocol of SSM. */
class SsmSecretSourceTest {
  private final List<StandInRequest> requests = Collections.synchronizedList(new ArrayList<>());
  private final StandInServer server = new StandInServer(this::reply);
  private volatile StandInReply reply = StandInReply.json(200, "");

  private StandInReply reply(StandInRequest request) {
    requests.add(request);
    return reply;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void read_shouldSignAndDecrypt_whenTheParameterIsThere() {
    reply =
        StandInReply.json(
            200,
            "{\"Extra\":{\"Value\":\"wrong\"},\"Parameter\":{\"Name\":\"/avon/x\",\"Nested\":{\"Value\":\"wrong\"},"
                + "\"Value\":\"new\\nold\",\"Version\":3}}");

    assertThat(source().read("/avon/x")).isEqualTo("new\nold");
    assertThat(requests).hasSize(1);
    StandInRequest request = requests.get(0);
    assertThat(request.headers())
        .containsEntry("x-amz-target", "AmazonSSM.GetParameter")
        .containsEntry("content-type", "application/x-amz-json-1.1");
    assertThat(request.text()).isEqualTo("{\"Name\":\"/avon/x\",\"WithDecryption\":true}");
    assertThat(request.headers().get("authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=id/")
        .contains("/ap-south-1/ssm/aws4_request");
  }

  @Test
  void read_shouldFailWithoutQuotingTheReply_whenAccessIsDenied() {
    reply = StandInReply.json(400, "{\"__type\":\"AccessDeniedException\",\"message\":\"hidden\"}");

    assertThatThrownBy(() -> source().read("/avon/x"))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("/avon/x")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void read_shouldFail_whenTheReplyHasNoValue() {
    for (String json : List.of("", "{}", "[]", "{\"Parameter\":{}}", "{\"Parameter\":\"x\"}")) {
      reply = StandInReply.json(200, json);
      assertThatThrownBy(() -> source().read("/avon/x"))
          .as(json)
          .isInstanceOf(SecretUnavailableException.class);
    }
  }

  @Test
  void read_shouldFail_whenTheConnectionIsRefused() {
    SecretSource source = source();
    server.close();

    assertThatThrownBy(() -> source.read("/avon/x")).isInstanceOf(SecretUnavailableException.class);
  }

  private SecretSource source() {
    AwsCredentialsProvider credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key"));
    return new SsmSecretSource(
        new AwsJsonApi("ap-south-1", credentials), server.address().toString());
  }
}
