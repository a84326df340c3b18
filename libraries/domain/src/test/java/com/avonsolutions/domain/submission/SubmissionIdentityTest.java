package com.avonsolutions.domain.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionIdentityTest {
  private static final Optional<String> NONE = Optional.empty();
  private static final Map<String, String> CONTENT = Map.of("name", "Asha", "phone", "9876543210");
  private static final Map<String, String> CORRECTED =
      Map.of("name", "Asha R.", "phone", "9876543210");

  @Test
  void of_shouldUseTheClientsKeyAlone_ifItSentOne() {
    SubmissionIdentity first = SubmissionIdentity.of(Optional.of("k1"), NONE, CONTENT);

    assertThat(SubmissionIdentity.of(Optional.of("k1"), Optional.of("form"), CORRECTED))
        .returns(first.key(), SubmissionIdentity::key)
        .returns(SubmissionIdentity.KEY_WINDOW, SubmissionIdentity::window)
        .doesNotReturn(first.contentHash(), SubmissionIdentity::contentHash);
    assertThat(SubmissionIdentity.of(Optional.of("k2"), NONE, CONTENT).key())
        .isNotEqualTo(first.key());
  }

  @Test
  void of_shouldUseFormKeyAndContent_whenOnlyTheFormHasAKey() {
    SubmissionIdentity first = SubmissionIdentity.of(NONE, Optional.of("form"), CONTENT);

    assertThat(SubmissionIdentity.of(NONE, Optional.of("form"), CONTENT)).isEqualTo(first);
    assertThat(first.window()).isEqualTo(SubmissionIdentity.KEY_WINDOW);
    assertThat(SubmissionIdentity.of(NONE, Optional.of("form"), CORRECTED).key())
        .isNotEqualTo(first.key());
    assertThat(SubmissionIdentity.of(NONE, Optional.of("other"), CONTENT).key())
        .isNotEqualTo(first.key());
  }

  @Test
  void of_shouldUseTheContentForTenMinutes_whenThereIsNoKey() {
    SubmissionIdentity first = SubmissionIdentity.of(NONE, NONE, CONTENT);

    assertThat(first.window()).hasMinutes(10);
    assertThat(SubmissionIdentity.of(NONE, NONE, CONTENT)).isEqualTo(first);
    assertThat(SubmissionIdentity.of(NONE, NONE, CORRECTED).key()).isNotEqualTo(first.key());
  }

  @Test
  void of_shouldSeparateTheThreeKinds_whenTheirTextsAreEqual() {
    String contentKey = SubmissionIdentity.of(NONE, NONE, CONTENT).key();
    String formKey = SubmissionIdentity.of(NONE, Optional.of("k"), CONTENT).key();

    assertThat(SubmissionIdentity.of(Optional.of("k"), NONE, CONTENT).key())
        .isNotEqualTo(formKey)
        .isNotEqualTo(contentKey);
    assertThat(formKey).isNotEqualTo(contentKey);
  }

  @Test
  void of_shouldIgnoreTheOrderOfFields() {
    Map<String, String> reversed = new LinkedHashMap<>();
    reversed.put("phone", "9876543210");
    reversed.put("name", "Asha");

    assertThat(SubmissionIdentity.of(NONE, NONE, reversed))
        .isEqualTo(SubmissionIdentity.of(NONE, NONE, new LinkedHashMap<>(CONTENT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", ":", "1:", "\0\0", "=", "&", "1:c1:d", "\n"})
  void of_shouldHashDifferently_whenAValueImitatesTwoFields(String separator) {
    Map<String, String> two = Map.of("a", "b", "c", "d");

    for (String faked :
        new String[] {
          "b" + separator + "c" + separator + "d", "b" + separator + "c=d", "b" + separator
        }) {
      assertThat(SubmissionIdentity.of(NONE, NONE, Map.of("a", faked)).contentHash())
          .isNotEqualTo(SubmissionIdentity.of(NONE, NONE, two).contentHash());
    }
  }

  @Test
  void of_shouldHashDifferently_whenTextMovesFromNameToValue() {
    assertThat(SubmissionIdentity.of(NONE, NONE, Map.of("ab", "c")).contentHash())
        .isNotEqualTo(SubmissionIdentity.of(NONE, NONE, Map.of("a", "bc")).contentHash());
  }

  @Test
  void of_shouldRevealNothingAboutTheSender() {
    assertThat(SubmissionIdentity.of(NONE, NONE, CONTENT).toString())
        .doesNotContain("Asha", "9876543210");
  }

  @Test
  void ofProvider_shouldBeTheSame_onlyForTheSameSourceAndId() {
    SubmissionIdentity lead = SubmissionIdentity.ofProvider("meta", "1");

    assertThat(SubmissionIdentity.ofProvider("meta", "1")).isEqualTo(lead);
    assertThat(SubmissionIdentity.ofProvider("meta", "2").key()).isNotEqualTo(lead.key());
    assertThat(SubmissionIdentity.ofProvider("met", "a1").key()).isNotEqualTo(lead.key());
    assertThat(lead.window()).isGreaterThan(Duration.ofDays(730));
  }
}
