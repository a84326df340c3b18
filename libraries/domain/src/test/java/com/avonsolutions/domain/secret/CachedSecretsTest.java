package com.avonsolutions.domain.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.MutableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CachedSecretsTest {
  private final Map<String, String> kept = new HashMap<>();
  private final MutableClock clock = new MutableClock();
  private int reads;
  private final Secrets secrets =
      new CachedSecrets("/avon/a=local;/avon/b= new  old ; ;broken", this::read, clock);

  private String read(String name) {
    reads++;
    String value = kept.get(name);
    if (value == null) {
      throw new SecretUnavailableException(name);
    }
    return value;
  }

  @Test
  void valid_shouldNotReadTheSource_whenTheEnvironmentHasIt() {
    assertThat(secrets.valid("/avon/a")).containsExactly("local");
    assertThat(secrets.valid("/avon/b")).containsExactly("new", "old");
    assertThat(secrets.current("/avon/b")).isEqualTo("new");
    assertThat(reads).isZero();
  }

  @Test
  void valid_shouldBeFreshForFiveMinutes_andHoldTwoValuesDuringRotation() {
    kept.put("/avon/c", "old");
    assertThat(secrets.valid("/avon/c")).containsExactly("old");

    kept.put("/avon/c", "new\nold");
    clock.pass(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(secrets.valid("/avon/c")).containsExactly("old");
    clock.pass(Duration.ofSeconds(1));
    assertThat(secrets.valid("/avon/c")).containsExactly("new", "old");
  }

  @Test
  void valid_shouldServeTheStaleValueForAnHour_whenTheSourceIsAway() {
    kept.put("/avon/c", "value");
    secrets.valid("/avon/c");
    kept.clear();

    clock.pass(Duration.ofMinutes(59));
    assertThat(secrets.valid("/avon/c")).containsExactly("value");
    clock.pass(Duration.ofMinutes(1));
    assertThatThrownBy(() -> secrets.valid("/avon/c"))
        .isInstanceOf(SecretUnavailableException.class);
  }

  @Test
  void valid_shouldReadOnceInTenSeconds_whenTheSecretDoesNotExist() {
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> secrets.valid("/avon/none"))
          .isInstanceOf(SecretUnavailableException.class)
          .hasMessageContaining("/avon/none");
    }
    assertThat(reads).isEqualTo(1);

    kept.put("/avon/none", "now");
    clock.pass(Duration.ofSeconds(10));
    assertThat(secrets.valid("/avon/none")).containsExactly("now");
  }

  @Test
  void valid_shouldFail_whenTheSecretIsEmpty() {
    kept.put("/avon/c", " \n");

    assertThatThrownBy(() -> secrets.valid("/avon/c"))
        .isInstanceOf(SecretUnavailableException.class);
  }
}
