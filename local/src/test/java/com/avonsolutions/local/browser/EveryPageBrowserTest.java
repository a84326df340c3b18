package com.avonsolutions.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules for every page. {@link BrowserExtension} checks after every test that no page logged an
 * error, violated its content security policy, or sent a request to another origin.
 */
@WithBrowser
class EveryPageBrowserTest {

  private static final int MIN_WIDTH = 320;

  /** The pages with a screenshot of the dark scheme. */
  private static final Set<String> DARK_SCREENSHOTS = Set.of("home", "contact");

  static Stream<Arguments> windows() {
    return PageState.all().stream()
        .flatMap(state -> Stream.of(Device.values()).map(device -> Arguments.of(state, device)));
  }

  static Stream<PageState> pagesForEveryone() {
    return PageState.all().stream().filter(state -> !state.needsScript());
  }

  @ParameterizedTest
  @MethodSource("windows")
  void page_shouldBeAccessibleAndFitTheScreen(PageState state, Device device, Visitors visitors) {
    Visitor visitor = visitors.with(device);
    Page page = state.show(visitor);
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      if (scheme == ColorScheme.LIGHT || DARK_SCREENSHOTS.contains(state.name())) {
        visitor.screenshot(
            state.name() + "-" + device.width() + "-" + scheme.name().toLowerCase(Locale.ROOT));
      }
      assertThat(scheme == ColorScheme.DARK ? visitor.colourViolations() : visitor.axeViolations())
          .as("axe violations, %s", scheme)
          .isEmpty();
      assertThat(visitor.overflow()).as("elements wider than the screen").isEmpty();
    }
    if (device == Device.PHONE) {
      page.setViewportSize(MIN_WIDTH, 640);
    } else {
      visitor.doubleTextSize();
    }
    assertThat(visitor.overflow())
        .as("elements wider than the smallest screen or with the largest text")
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pagesForEveryone")
  void page_shouldShowTheSame_whenThereIsNoScript(PageState state, Visitors visitors) {
    Visitor with = visitors.with(Device.PHONE);
    Visitor without = visitors.withoutScript(Device.PHONE);

    Page page = state.show(with);
    Page plain = state.show(without);

    assertThat(plain.locator("h1").allInnerTexts()).isEqualTo(page.locator("h1").allInnerTexts());
    assertThat(plain.locator("main").innerText()).isEqualTo(page.locator("main").innerText());
  }
}
