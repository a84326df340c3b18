package com.avonsolutions.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTest {

  @Test
  void lead_shouldBeRefused_whenNobodyCouldBeReached() {
    assertThatThrownBy(() -> lead(Optional.empty(), Optional.empty(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void lead_shouldStand_whenOneWayToReachSomebodyIsThere() {
    assertThat(lead(Optional.of("asha@example.com"), Optional.empty(), Map.of()).phone()).isEmpty();
    assertThat(lead(Optional.empty(), Phone.parse("9876543210"), Map.of()).email()).isEmpty();
  }

  @Test
  void attribution_shouldStayAsItWas_whenItsSourceChanges() {
    Map<String, String> attribution = new HashMap<>(Map.of("gclid", "a"));
    Lead lead = lead(Optional.of("asha@example.com"), Optional.empty(), attribution);

    attribution.put("gclid", "b");

    assertThat(lead.attribution()).containsExactly(Map.entry("gclid", "a"));
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void of_shouldFindAService_whenItsCodeIsGiven(Service service) {
    assertThat(Service.of(service.code())).contains(service);
  }

  @ParameterizedTest
  @EmptySource
  @ValueSource(strings = {"SEARCH", "Search", "search ", "seo"})
  void of_shouldFindNoService_whenTheTextIsNoCode(String code) {
    assertThat(Service.of(code)).isEmpty();
  }

  private static Lead lead(
      Optional<String> email, Optional<Phone> phone, Map<String, String> attribution) {
    return new Lead(
        "id",
        LeadState.RECEIVED,
        "Asha",
        email,
        phone,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "2026-11",
        "site",
        Optional.empty(),
        attribution,
        Instant.EPOCH);
  }
}
