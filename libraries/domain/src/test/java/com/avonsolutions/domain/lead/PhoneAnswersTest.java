package com.avonsolutions.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneAnswersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9876543210 / 9123456780 | +919876543210 | +919123456780",
        "9876543210/9123456780 | +919876543210 | +919123456780",
        "9876543210, 9123456780 | +919876543210 | +919123456780",
        "9876543210 9123456780 | +919876543210 | +919123456780",
        "9876543210 or 9123456780 | +919876543210 | +919123456780",
        "98765 43210 & 91234 56780 | +919876543210 | +919123456780",
        "९८७६५४३२१० / ९१२३४५६७८० | +919876543210 | +919123456780",
        "9876543210;9123456780 | +919876543210 | +919123456780",
        "9876543210,9123456780 | +919876543210 | +919123456780",
        "9876543210#9123456780 | +919876543210 | +919123456780",
        "98765 43210 91234 56780 | +919876543210 | +919123456780",
        "+91 98765-43210 +91 91234-56780 | +919876543210 | +919123456780",
        "९८७६५ ४३२१० ९१२३४ ५६७८० | +919876543210 | +919123456780",
        "9876543210 5 pm | +919876543210 | ''",
        "9876543210 24x7 | +919876543210 | ''",
        "9876543210/11 | +919876543210 | ''",
        "022 2345 6789/90 | +912223456789 | ''",
        "9876543210 (WhatsApp) | +919876543210 | ''",
        "9876543210 whatsapp | +919876543210 | ''",
        "9876543210 (after 6 pm) | +919876543210 | ''",
        "call 9876543210 after 6 | +919876543210 | ''",
        "9876543210 / 9876543210 | +919876543210 | ''",
        "+91 98765 43210 / 022 2345 6789 | +919876543210 | +912223456789"
      })
  void of_shouldChooseTheFirstNumberAndKeepTheWords(String typed, String first, String other) {
    PhoneAnswers.Choice choice = PhoneAnswers.of("phone", typed);

    assertThat(choice.phone()).map(Phone::e164).contains(first);
    assertThat(choice.other().map(Phone::e164).orElse("")).isEqualTo(other);
    assertThat(choice.more()).isEqualTo(Map.of("phone", typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+91+919876543210",
        "+91 +91 98765 43210",
        "+91 91 98765 43210",
        "+91919876543210",
        "91+919876543210",
        "0919876543210",
        "091-98765 43210",
        "0 91 98765 43210",
        "9876543210.0",
        "919876543210.0",
        "9.87654321E9",
        "9876543210\uFE0D",
        "9\uFE0F\u20E38765\u200B43210",
        "\u202A+91 98765 43210\u202C"
      })
  void of_shouldReadANumberThatAProgramSpoiled(String typed) {
    PhoneAnswers.Choice choice = PhoneAnswers.of("phone", typed);

    assertThat(choice.phone()).contains(new Phone("+919876543210", typed));
    assertThat(choice.more()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.19877E+11",
        "9.8765E9",
        "98765CALLME",
        "9876543abc",
        "asha@example.com",
        "https://example.com/9876543210123",
        "call me",
        "98765432101",
        "98765 43210 7",
        "44 7911 123456 89",
        "971 98765 43210 0",
        "12345"
      })
  void of_shouldChooseNothing_whenTheTextHoldsNoWholeNumber(String typed) {
    PhoneAnswers.Choice choice = PhoneAnswers.of("phone", typed);

    assertThat(choice.phone()).isEmpty();
    assertThat(choice.unusable()).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NA", "n/a", "N.A.", "-", "--", "none", "None", "nil", "0", "000", "null", "नहीं"})
  void of_shouldBeNothing_whenTheTextMeansNone(String typed) {
    assertThat(PhoneAnswers.of("phone", typed)).isEqualTo(new PhoneAnswers().choose());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+44 | 7911 123456 | +447911123456",
        "+44 | 07911 123456 | +447911123456",
        "44 | 7911 123456 | +447911123456",
        "0044 | 7911 123456 | +447911123456",
        "United Kingdom (+44) | 7911 123456 | +447911123456",
        "GB | 7911 123456 | +447911123456",
        "gb | 7911 123456 | +447911123456",
        "UK | 7911 123456 | +447911123456",
        "United Kingdom | 07911 123456 | +447911123456",
        "UAE | 50 123 4567 | +971501234567",
        "united arab emirates | 50 123 4567 | +971501234567",
        "Nowhere | 98765 43210 | +919876543210",
        "+44 | 447911123456 | +447911123456",
        "+44 | +91 98765 43210 | +919876543210",
        "+91 | 98765 43210 | +919876543210",
        "+971 | 50 123 4567 | +971501234567"
      })
  void choose_shouldReadANumberWithItsCountryCode(String code, String typed, String e164) {
    PhoneAnswers.Choice choice =
        new PhoneAnswers().add("phone", typed).addCountryCode("country_code", code).choose();

    assertThat(choice.phone()).map(Phone::e164).contains(e164);
  }

  @Test
  void choose_shouldNotCallAStranger_whenTheCodeDoesNotFit() {
    PhoneAnswers.Choice choice =
        new PhoneAnswers().add("phone", "98765").addCountryCode("country_code", "+44").choose();

    assertThat(choice.phone()).isEmpty();
    assertThat(choice.more()).isEqualTo(Map.of("country_code", "+44"));
  }

  @Test
  void choose_shouldGiveEachNumberTheCodeThatIsNamedLikeIt() {
    PhoneAnswers.Choice choice =
        new PhoneAnswers()
            .add("mobile", "98765 43210")
            .add("whatsapp_1", "7911 123456")
            .addCountryCode("mobile_country_code", "+91")
            .addCountryCode("whatsapp_country_code_1", "+44")
            .choose();

    assertThat(choice.phone()).map(Phone::e164).contains("+919876543210");
    assertThat(choice.other()).map(Phone::e164).contains("+447911123456");
    assertThat(choice.more())
        .isEqualTo(Map.of("whatsapp_1", "7911 123456", "whatsapp_country_code_1", "+44"));
  }

  @Test
  void choose_shouldNotLendACodeToAnotherNumber() {
    PhoneAnswers.Choice choice =
        new PhoneAnswers()
            .add("phone", "98765 43210")
            .add("whatsapp", "7911 123456")
            .addCountryCode("whatsapp_country_code", "+44")
            .choose();

    assertThat(choice.phone()).map(Phone::e164).contains("+447911123456");
    assertThat(choice.other()).map(Phone::e164).contains("+919876543210");
  }

  @Test
  void choose_shouldTakeTheMostCompleteNumber() {
    PhoneAnswers.Choice choice =
        new PhoneAnswers().add("phone", "7911 123456").add("phone_full", "+447911123456").choose();

    assertThat(choice.phone()).contains(new Phone("+447911123456", "+447911123456"));
    assertThat(choice.other()).isEmpty();
    assertThat(choice.more()).isEqualTo(Map.of("phone", "7911 123456"));
    assertThat(choice.question()).contains("phone_full");
  }

  @Test
  void choose_shouldTakeTheGoodNumberBesideOneThatMeansNone() {
    PhoneAnswers.Choice choice =
        new PhoneAnswers().add("mobile", "NA").add("phone", "022 2345 6789").choose();

    assertThat(choice.phone()).map(Phone::e164).contains("+912223456789");
    assertThat(choice.more()).isEmpty();
  }

  @Test
  void choose_shouldKeepEveryNumber() {
    PhoneAnswers.Choice choice =
        new PhoneAnswers()
            .add("mobile", "9876543210")
            .add("phone", "9123456780")
            .add("whatsapp", "9123456781")
            .choose();

    assertThat(choice.phone()).map(Phone::e164).contains("+919876543210");
    assertThat(choice.other()).map(Phone::e164).contains("+919123456780");
    assertThat(choice.more()).isEqualTo(Map.of("phone", "9123456780", "whatsapp", "9123456781"));
  }

  @Test
  void choose_shouldBeQuick_whenEveryAnswerIsMadeToSlowItDown() {
    PhoneAnswers answers = new PhoneAnswers();
    for (int i = 0; i < 2_000; i++) {
      answers.add("phone" + i, "12345678/".repeat(27));
    }
    answers.choose();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();

    PhoneAnswers.Choice choice = answers.choose();

    assertThat(threads.getCurrentThreadCpuTime() - start).isLessThan(500_000_000);
    assertThat(choice.more()).hasSize(1_999);
  }

  @Test
  void of_shouldBeQuick_whenTheTextIsMadeToSlowItDown() {
    assertThat(PhoneAnswers.of("phone", "9876543210 / ".repeat(400)).other())
        .isEqualTo(Optional.empty());
    assertThat(PhoneAnswers.of("phone", "(-".repeat(2_500)).phone()).isEmpty();
  }
}
