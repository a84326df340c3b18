package com.avonsolutions.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadFieldTest {

  @ParameterizedTest
  @CsvSource({
    "FULL_NAME, NAME",
    "full_name, NAME",
    "fullName, NAME",
    "your-name, NAME",
    "SENDER_NAME, NAME",
    "first, GIVEN_NAME",
    "LAST_NAME, FAMILY_NAME",
    "E-mail, EMAIL",
    "_replyto, EMAIL",
    "WORK_EMAIL, EMAIL",
    "Mobile No., PHONE",
    "SENDER_MOBILE, PHONE",
    "company name, COMPANY",
    "Your requirement, MESSAGE",
    "QUERY_MESSAGE, MESSAGE",
    "email-817, EMAIL",
    "Email-2, EMAIL",
    "tel-431, PHONE",
    "your-email-1, EMAIL",
    "full_phone, PHONE"
  })
  void of_shouldFindTheField_inAnySpelling(String question, LeadField field) {
    assertThat(LeadField.of(question)).contains(field);
  }

  @ParameterizedTest
  @EnumSource
  void of_shouldFindTheField_byItsOwnName(LeadField field) {
    assertThat(LeadField.of(field.code())).contains(field);
  }

  /** A name of two fields, or one that is not written as a key, would find another or none. */
  @ParameterizedTest
  @EnumSource
  void of_shouldFindTheField_byEachOfItsOtherNames(LeadField field) {
    assertThat(field.otherNames())
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(LeadField.of(name)).contains(field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "your", "Budget", "आपका नाम", "names", "SENDER_PHONE_ALT", "QUERY_TYPE"})
  void of_shouldBeEmpty_whenTheQuestionAsksForSomethingElse(String question) {
    assertThat(LeadField.of(question)).isEmpty();
  }
}
