package com.avonsolutions.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
  @ParameterizedTest
  @CsvSource({
    "site, site",
    "form, form",
    "diwali-page, diwali-page",
    "Meta, unnamed",
    "' google-ads ', unnamed",
    "LINKEDIN, unnamed",
    "indiamart, unnamed",
    "justdial, unnamed",
    "webhook, unnamed"
  })
  void page_shouldNotTakeTheNameOfAPlatform(String given, String source) {
    assertThat(Origin.page(given, Optional.empty(), Optional.empty()).source()).isEqualTo(source);
  }
}
