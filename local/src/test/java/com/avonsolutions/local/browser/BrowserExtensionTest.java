package com.avonsolutions.local.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class BrowserExtensionTest {

  @Test
  void require_shouldSkipAndSayWhatToInstall_whenNoneIsInstalled() {
    assertThatThrownBy(
            () -> BrowserExtension.require(Optional.empty(), Map.of(), "ContactBrowserTest"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContainingAll("SKIPPED", "ContactBrowserTest", "install chromium");
  }

  @Test
  void require_shouldFail_whenNoneIsInstalledInContinuousIntegration() {
    assertThatThrownBy(
            () ->
                BrowserExtension.require(
                    Optional.empty(), Map.of("CI", "true"), "ContactBrowserTest"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContainingAll("ContactBrowserTest", "install chromium");
  }
}
