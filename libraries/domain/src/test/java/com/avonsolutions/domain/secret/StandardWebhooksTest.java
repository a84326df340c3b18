package com.avonsolutions.domain.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksTest {

  /** The example of the specification's own libraries. */
  @ParameterizedTest
  @ValueSource(
      strings = {"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
  void sign_shouldGiveTheSignatureOfTheSpecification(String secret) {
    assertThat(
            StandardWebhooks.sign(
                secret,
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "1614265330",
                "{\"test\": 2432232314}".getBytes(UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"whsec_!", "plain text"})
  void sign_shouldRefuse_whenTheSecretIsMalformed(String secret) {
    assertThatThrownBy(() -> StandardWebhooks.sign(secret, "1", "1", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
