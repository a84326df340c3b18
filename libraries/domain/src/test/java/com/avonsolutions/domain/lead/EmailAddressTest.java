package com.avonsolutions.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asha@example.com",
        "a@b.co",
        "Asha.Rao+site@mail.example.co.in",
        "o'neil@example.com",
        "आशा@उदाहरण.भारत",
        "a..b@example.com",
        "(x)@example.com"
      })
  void parse_shouldKeepTheAddressAsTyped(String typed) {
    assertThat(EmailAddress.parse(typed)).map(EmailAddress::text).contains(typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "asha",
        "asha@example",
        "@example.com",
        "asha@",
        "asha@.com",
        "asha@example.",
        "asha@example..com",
        "a@b@example.com",
        "asha rao@example.com",
        "asha@exam ple.com",
        "asha\u00a0rao@example.com",
        "asha\u200b@example.com",
        "asha@example.com\n"
      })
  void parse_shouldGiveNothing_whenNoMailCouldReachIt(String typed) {
    assertThat(EmailAddress.parse(typed)).isEmpty();
  }

  @Test
  void parse_shouldAccept254Characters_howeverLongTheLocalPartIs() {
    String domain = "@example.com";

    assertThat(EmailAddress.parse("a".repeat(254 - domain.length()) + domain)).isPresent();
    assertThat(EmailAddress.parse("a".repeat(255 - domain.length()) + domain)).isEmpty();
  }

  @Test
  void parse_shouldTakeLinearTime_whenATextIsMadeToSlowItDown() {
    assertThat(EmailAddress.parse("a@" + "a.".repeat(125))).isEmpty();
  }
}
