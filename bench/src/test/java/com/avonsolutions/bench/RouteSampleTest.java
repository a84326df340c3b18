package com.avonsolutions.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.template.SamTemplate;
import org.junit.jupiter.api.Test;

class RouteSampleTest {

  @Test
  void all_shouldCoverEveryRoute_whenAllSourcesAreOn() {
    SamTemplate template = SamTemplate.ofProject().deployedWith(EventFixtures.parameters());

    assertThat(RouteSample.all(template))
        .extracting(RouteSample::route)
        .contains("GET /", "POST /f/{form}", "$default", "DrainFunction");
  }

  @Test
  void event_shouldDiffer_whenTheNumberDiffers() {
    RouteSample sample = RouteSample.named("contact/post-json");

    assertThat(new String(sample.event(7), UTF_8))
        .contains("bench-00000007", "098765 00007", "10.0.0.7")
        .isNotEqualTo(new String(sample.event(8), UTF_8));
  }

  @Test
  void request_shouldHaveItsOwnSignature_whenItsPlatformSigns() {
    RouteSample sample = RouteSample.named("meta/post-event");

    assertThat(sample.request(1).headers().get("x-hub-signature-256"))
        .startsWith("sha256=")
        .isNotEqualTo(sample.request(2).headers().get("x-hub-signature-256"));
  }
}
