package com.avonsolutions.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.ShownWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTest {

  @Test
  void attribution_shouldNotChange_whenTheGivenMapDoes() {
    Map<String, String> given = new HashMap<>(Map.of("gclid", "a"));
    Attribution attribution = new Attribution(given, given);

    given.put("gclid", "b");

    assertThat(attribution.first()).containsExactly(Map.entry("gclid", "a"));
    assertThat(attribution.last()).containsExactly(Map.entry("gclid", "a"));
  }

  @Test
  void withVerdict_shouldQuarantine_onlyIfTheVerdictSaysSo() {
    Lead lead =
        new Lead(
            "id",
            LeadState.TEST,
            Person.UNKNOWN,
            Enquiry.NONE,
            Origin.page("site", Optional.empty(), Optional.empty()),
            Attribution.NONE,
            Consent.unseen(ShownWords.named("2026-11"), ConsentMethod.TICKED),
            Optional.empty(),
            java.time.Instant.EPOCH);

    assertThat(lead.withVerdict(new SpamVerdict(false, 1, List.of("links"))).state())
        .isEqualTo(LeadState.TEST);
    assertThat(lead.withVerdict(new SpamVerdict(true, 9, List.of("links"))).state())
        .isEqualTo(LeadState.QUARANTINED);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void of_shouldFindAService_whenItsCodeIsGiven(Service service) {
    assertThat(Service.of(service.code())).contains(service);
  }

  @ParameterizedTest
  @EmptySource
  @ValueSource(strings = {"SEARCH", "Search", "search ", "seo"})
  void of_shouldBeEmpty_whenTheTextIsNoCode(String code) {
    assertThat(Service.of(code)).isEmpty();
  }
}
