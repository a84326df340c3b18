package com.avonsolutions.contact.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutsideServiceTest {
  private static final Duration NO_TIMEOUT = Duration.ofMinutes(1);
  private static final Map<String, String> FORM = Map.of("a", "b");

  private final MutableClock clock = new MutableClock();
  private final StandInService standIn = new StandInService();

  @AfterEach
  void close() {
    standIn.close();
  }

  private OutsideService service(Duration timeout) {
    return new OutsideService(standIn.address(), clock, timeout);
  }

  @Test
  void post_shouldSendAFormInUtf8() {
    standIn.says("ok");

    assertThat(service(NO_TIMEOUT).post(Map.of("name", "आशा & Söhne")))
        .hasValueSatisfying(reply -> assertThat(reply.body()).asString(UTF_8).isEqualTo("ok"));
    assertThat(standIn.posted().get(0))
        .containsEntry("name", "आशा & Söhne")
        .containsEntry("(type)", "application/x-www-form-urlencoded; charset=utf-8");
  }

  @Test
  void post_shouldTimeOutAndOpenTheCircuit_whenNoAnswerComes() {
    standIn.hangs().says("ok");
    OutsideService service = service(Duration.ofMillis(200));

    assertThat(service.post(FORM)).isEmpty();
    assertThat(service.post(FORM)).isEmpty();
    // On a slow machine the stand-in may not have read the first request yet.
    assertThat(standIn.posted()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void post_shouldTryAgain_whenTheBackOffIsOver() {
    standIn.says(503, "", Map.of()).says("ok");
    OutsideService service = service(NO_TIMEOUT);

    assertThat(service.post(FORM)).isEmpty();
    clock.pass(OutsideService.BACK_OFF);
    assertThat(service.post(FORM)).isPresent();
  }

  @Test
  void post_shouldFollowNoRedirectAndFailOnALargeBody() {
    standIn.says(302, "", Map.of("location", "http://localhost:1/")).says("x".repeat(100_000));
    OutsideService service = service(NO_TIMEOUT);

    assertThat(service.post(FORM))
        .hasValueSatisfying(reply -> assertThat(reply.status()).isEqualTo(302));
    assertThat(service.post(FORM)).isEmpty();
  }

  @Test
  void post_shouldGiveNothing_whenTheConnectionIsRefused() {
    standIn.close();

    assertThat(new OutsideService(URI.create("http://localhost:1/"), clock, NO_TIMEOUT).post(FORM))
        .isEmpty();
  }
}
