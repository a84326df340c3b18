package com.avonsolutions.domain.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private final MutableClock clock = new MutableClock();
  private final CircuitBreaker circuit = new CircuitBreaker(Duration.ofSeconds(30), clock);

  @Test
  void isClosed_shouldHold_untilACallFails() {
    assertThat(circuit.isClosed()).isTrue();

    circuit.open();

    assertThat(circuit.isClosed()).isFalse();
  }

  @Test
  void isClosed_shouldHoldAgain_whenTheBackOffIsOver() {
    circuit.open();

    clock.pass(Duration.ofSeconds(29));
    assertThat(circuit.isClosed()).isFalse();
    clock.pass(Duration.ofSeconds(1));
    assertThat(circuit.isClosed()).isTrue();
  }

  @Test
  void open_shouldStartTheBackOffAnew_whenTheServiceIsStillDown() {
    circuit.open();
    clock.pass(Duration.ofSeconds(30));
    circuit.open();

    clock.pass(Duration.ofSeconds(29));
    assertThat(circuit.isClosed()).isFalse();
  }
}
