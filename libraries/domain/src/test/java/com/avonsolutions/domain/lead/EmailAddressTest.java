package com.avonsolutions.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asha@example.com",
        "asha@example.com,",
        "asha@example.com;",
        "asha@example.com.",
        "mailto:asha@example.com",
        "MAILTO:asha@example.com?subject=Hello",
        "<asha@example.com>",
        "Asha Rao <asha@example.com>",
        "\"Asha\" <mailto:asha@example.com>;",
        "(asha@example.com)",
        "'asha@example.com'",
        "asha\u200b@example.com",
        "asha@example.com\u200b",
        "asha@example.com\u00a0",
        "\ufeffasha@example.com\r\n",
        "\u202aasha@example.com\u202c",
        "asha @example.com",
        "asha@ example.com",
        "asha@example.com?",
        "asha@example.com/",
        "asha@example.com\uff0c",
        "\u2022 asha@example.com\u0964",
        "asha\uff20example\uff0ecom",
        "asha@example.com, ravi@example.com",
        "asha@example.com;ravi@example.com",
        "asha@example.com / ravi@example.com",
        "Asha <asha@example.com>, Ravi <ravi@example.com>",
        "asha, asha@example.com or ravi@example.com",
        "mailto:asha@example.com?body=Hello",
        "asha@example.com#contact",
        "asha@example.com-",
        "*asha@example.com*",
        "asha@example.com|",
        "asha@example.com\\",
        "asha@example.com…",
        "asha@example.com।",
        "asha@example.com。",
        "asha@example.com\u3164",
        "asha@example.com ✉",
        "• asha@example.com",
        "–asha@example.com",
        "=asha@example.com",
        "\uD83D\uDCE7 asha@example.com \uD83D\uDCE7"
      })
  void read_shouldTakeAwayWhatCannotBePartOfAnAddress(String typed) {
    assertThat(EmailAddress.read(typed)).map(EmailAddress::text).contains("asha@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<>",
        "asha",
        "asha@example",
        "asha rao@example.com",
        "a@b@example.com",
        "http://asha@example.com",
        "asha@exam/ple.com",
        "asha@-.com-.",
        "@,;."
      })
  void read_shouldGiveNothing_whenNoAddressIsLeft(String typed) {
    assertThat(EmailAddress.read(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asha@example.com, ravi@example.com",
        "asha@example.com / ravi@example.com",
        "asha@example.com (work)",
        "Email: asha@example.com",
        "Asha <asha@example.com>, Ravi <ravi@example.com>",
        "not @ home; asha@example.com"
      })
  void firstIn_shouldFindTheFirstAddress(String text) {
    assertThat(EmailAddress.firstIn(text)).map(EmailAddress::text).contains("asha@example.com");
  }

  /** It may be the address of somebody else. */
  @Test
  void firstIn_shouldGiveNothing_whenAWordMayBePartOfTheAddress() {
    assertThat(EmailAddress.firstIn("asha rao@example.com")).isEmpty();
  }

  @Test
  void read_shouldTakeLittleTime_whenTheTextIsMadeToSlowItDown() {
    assertThat(EmailAddress.firstIn(": ".repeat(50_000) + "@")).isEmpty();
    assertThat(EmailAddress.read("<".repeat(100_000))).isEmpty();
    assertThat(EmailAddress.read("?subject=".repeat(110))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gamil.com, gmail.com",
    "gmial.com, gmail.com",
    "Gmail.Con, gmail.com",
    "gmai.com, gmail.com",
    "gmail.co, gmail.com",
    "yaho.com, yahoo.com",
    "yahoo.con, yahoo.com",
    "hotmial.com, hotmail.com",
    "hotmail.con, hotmail.com",
    "outlok.com, outlook.com",
    "redifmail.com, rediffmail.com"
  })
  void suggestion_shouldNameTheDomainThatIsMeant(String slip, String meant) {
    assertThat(new EmailAddress("asha@" + slip).suggestion())
        .contains(new EmailAddress("asha@" + meant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gmail.com",
        "yahoo.co.in",
        "yahoo.in",
        "example.com",
        "ymail.com",
        "mail.com",
        "gmx.com"
      })
  void suggestion_shouldBeEmpty_forAnyOtherDomain(String domain) {
    assertThat(new EmailAddress("asha@" + domain).suggestion()).isEmpty();
  }
}
