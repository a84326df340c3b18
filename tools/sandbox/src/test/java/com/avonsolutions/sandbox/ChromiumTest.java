package com.avonsolutions.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChromiumTest {

  private static final Path MINE = Path.of("/opt/mine/chrome");
  private static final Path DEBIAN = Path.of("/usr/bin/chromium");
  private static final Path UBUNTU = Path.of("/usr/bin/chromium-browser");

  @Test
  void find_shouldPreferTheConfiguredPath() {
    assertThat(
            Chromium.find(Map.of("CHROMIUM_PATH", MINE.toString()), Set.of(MINE, DEBIAN)::contains))
        .contains(new Chromium(MINE));
  }

  @Test
  void find_shouldUseTheFirstDefaultPath_whenNoneIsConfigured() {
    assertThat(Chromium.find(Map.of(), Set.of(UBUNTU, DEBIAN)::contains))
        .contains(new Chromium(DEBIAN));
  }

  @Test
  void find_shouldBeEmpty_whenNoneIsInstalled() {
    assertThat(Chromium.find(Map.of(), path -> false)).isEmpty();
  }

  @Test
  void findQuickest_shouldPreferTheOneWithoutWindows_unlessAnotherIsNamed() {
    Path shell = Path.of("/usr/bin/chromium-headless-shell");

    assertThat(Chromium.findQuickest(Map.of(), Set.of(shell, DEBIAN)::contains))
        .hasValue(new Chromium(shell));
    assertThat(Chromium.findQuickest(Map.of(), Set.of(DEBIAN)::contains))
        .hasValue(new Chromium(DEBIAN));
    assertThat(
            Chromium.findQuickest(
                Map.of("CHROMIUM_PATH", MINE.toString()), Set.of(MINE, shell)::contains))
        .hasValue(new Chromium(MINE));
  }
}
