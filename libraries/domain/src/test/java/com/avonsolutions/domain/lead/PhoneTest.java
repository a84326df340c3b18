package com.avonsolutions.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9876543210",
        "09876543210",
        "98765 43210",
        "98765-43210",
        "(98765) 43210",
        "+919876543210",
        "+91 98765-43210",
        "+91 (0) 98765 43210",
        "919876543210",
        "00919876543210",
        "0091 98765 43210",
        "९८७६५४३२१०",
        "+९१ ९८७६५ ४३२१०",
        "Mob: 9876543210",
        "tel:+91-98765-43210",
        "9876543210 ext 12",
        "９８７６５４３２１０",
        "+91\u00a098765\u00a043210",
      })
  void parse_shouldNormalise_allSpellingsOfAnIndianMobile(String typed) {
    assertThat(Phone.parse(typed)).contains(new Phone("+919876543210", typed));
  }

  @ParameterizedTest
  @CsvSource({
    "080-41234567, +918041234567",
    "(080) 4123 4567, +918041234567",
    "+91 80 4123 4567, +918041234567",
    "011 2345 6789, +911123456789",
    "1800 123 4567, +9118001234567",
    "1800-11-4000, +911800114000",
  })
  void parse_shouldAcceptLandlinesWithStdCodeAndTollFreeNumbers(String typed, String e164) {
    assertThat(Phone.parse(typed)).map(Phone::e164).contains(e164);
  }

  @ParameterizedTest
  @CsvSource({
    "+1 415 555 2671, +14155552671",
    "+44 20 7946 0958, +442079460958",
    "+971 50 123 4567, +971501234567",
    "00971 50 123 4567, +971501234567",
    "+65 6123 4567, +6561234567",
  })
  void parse_shouldAcceptForeignNumbers_withACountryCode(String typed, String e164) {
    assertThat(Phone.parse(typed)).map(Phone::e164).contains(e164);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "none",
        "call me",
        "12345",
        "98765",
        "987654321",
        "98765432100",
        "0000000000",
        "+1 555 2671",
        "+49 12",
        "+999 123456789",
        "9876543210/9123456780",
        "9876543210 / 9123456780",
        "9876543210, 9123456780",
        "9876543abc",
        "98765CALLME",
        "asha@example.com",
        "https://example.com/9876543210123",
        "+",
        "++++",
        "\u0000",
        "\ud800",
      })
  void parse_shouldBeEmpty_whenTheNumberCannotBeCalled(String typed) {
    assertThat(Phone.parse(typed)).isEmpty();
  }

  @Test
  void parse_shouldBeEmpty_whenTheTextIsFarTooLong() {
    assertThat(Phone.parse("9".repeat(5000))).isEmpty();
    assertThat(Phone.parse("+91 98765 43210" + " ".repeat(5000))).isEmpty();
    assertThat(Phone.parse("(-".repeat(2500))).isEmpty();
  }
}
