package com.avonsolutions.local.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ChromiumTest {

  private static final Path MINE = Path.of("/opt/mine/chrome");
  private static final Path DEBIAN = Path.of("/usr/bin/chromium");
  private static final Path UBUNTU = Path.of("/usr/bin/chromium-browser");

  @Test
  void find_shouldTakeTheNamedOne_whenThereAreMore() {
    assertThat(
            Chromium.find(Map.of("CHROMIUM_PATH", MINE.toString()), Set.of(MINE, DEBIAN)::contains))
        .contains(new Chromium(MINE));
  }

  @Test
  void find_shouldTakeTheFirstUsualOne_whenNoneIsNamed() {
    assertThat(Chromium.find(Map.of(), Set.of(UBUNTU, DEBIAN)::contains))
        .contains(new Chromium(DEBIAN));
  }

  @Test
  void find_shouldBeEmpty_whenNoneIsInstalled() {
    assertThat(Chromium.find(Map.of(), path -> false)).isEmpty();
  }

  @Test
  void require_shouldSkipAndSayWhatToInstall_whenNoneIsInstalled() {
    assertThatThrownBy(
            () -> SiteInBrowser.require(Optional.empty(), Map.of(), "ContactBrowserTest"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContainingAll("SKIPPED", "ContactBrowserTest", "install chromium");
  }

  @Test
  void require_shouldFail_whenNoneIsInstalledInContinuousIntegration() {
    assertThatThrownBy(
            () ->
                SiteInBrowser.require(Optional.empty(), Map.of("CI", "true"), "ContactBrowserTest"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContainingAll("ContactBrowserTest", "install chromium");
  }
}
